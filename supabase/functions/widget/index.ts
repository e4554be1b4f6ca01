// Everything an end user's browser says to Hearback. Parse, limit, call one SQL function, answer.
import { Hono } from 'hono';
import { refused, withCors } from '../_shared/answers.ts';
import { readPlatform } from '../_shared/platform.ts';
import { articles, suggestionEvents } from './routes/articles.ts';
import { conversations, unreadCount } from './routes/conversations.ts';
import { identify, reset } from './routes/identity.ts';
import { surveys } from './routes/surveys.ts';
import { uploads } from './routes/uploads.ts';

const platform = readPlatform((name) => Deno.env.get(name));

const app = new Hono({ strict: false })
  .basePath('/widget')
  .route('/identify', identify)
  .route('/reset', reset)
  .route('/uploads', uploads)
  .route('/conversations', conversations)
  .route('/unread', unreadCount)
  .route('/articles', articles)
  .route('/suggestion-events', suggestionEvents)
  .route('/surveys', surveys);

app.notFound((c) => {
  const takes = ['GET', 'POST'].filter((method) => app.router.match(method, c.req.path)[0].length > 0);
  if (takes.length === 0) {
    return refused({ code: 'not_found', message: 'There is nothing under this address.' });
  }
  const allow = takes.join(', ');
  return refused({ code: 'method_not_allowed', message: `This address takes ${allow} only.` }, { allow });
});
app.onError((error) => {
  throw error;
});

Deno.serve(withCors((request) => app.fetch(request, { platform })));
