// Every screen and state of the inbox, and how to get there, for looking at all of them in every look.
import { demoProjectId } from '../../../../supabase/local/demo.ts';
import { superuser } from '../../../support/callers.ts';
import { articlesScreens } from './articles.ts';
import { boardsScreens } from './boards.ts';
import { conversationsScreens } from './conversations.ts';
import { furnished } from './furnished.ts';
import type { Screen } from './screen.ts';
import { shellScreens } from './shell.ts';
import { surveysScreens } from './surveys.ts';

/** Things of the demo company that the screens show. */
async function demoThings() {
  const [found] = await superuser()<
    Record<'pictured' | 'noted' | 'article' | 'survey' | 'board' | 'capture', string>[]
  >`
    select
      (select m.conversation_id from public.attachments a join public.messages m on m.id = a.message_id
        join public.conversations c on c.id = m.conversation_id
        where a.project_id = ${demoProjectId} and c.status = 'open' order by c.number limit 1) as pictured,
      (select m.conversation_id from public.messages m
        where m.project_id = ${demoProjectId} and m.internal
          and exists (select from public.messages o where o.conversation_id = m.conversation_id
            and o.author = 'member' and not o.internal)
        order by m.created_at limit 1) as noted,
      (select id from public.articles where project_id = ${demoProjectId} and status = 'published'
        order by title limit 1) as article,
      (select id from public.surveys where project_id = ${demoProjectId} and slug = 'export') as survey,
      p.board_id as board, p.id as capture
    from public.captures p where p.project_id = ${demoProjectId} order by p.captured_at limit 1`;
  if (found === undefined) throw new Error('the demo company is not there');
  return found;
}

/** All of them, with what they show made ready. */
export async function screens(): Promise<Screen[]> {
  const [things, full] = await Promise.all([demoThings(), furnished()]);
  return [
    ...shellScreens,
    ...conversationsScreens({ ...things, full }),
    ...articlesScreens(things),
    ...surveysScreens(things),
    ...boardsScreens(things),
  ];
}
