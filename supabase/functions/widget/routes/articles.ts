import { Hono } from 'hono';
import {
  article,
  articleSuggestions,
  suggestionEvent,
  suggestQuery,
} from '../../../../shared/domain/widget.ts';
import { rpc } from '../../_shared/rpc.ts';
import { nothing, visitorRoute } from '../visitor.ts';

/** Articles that may answer what is being typed. */
export const articles = new Hono()
  .get(
    '/',
    visitorRoute(suggestQuery, ({ platform, caller, input }) =>
      rpc(platform, 'widget_suggest', { caller, q: input.q, speaks: input.locale }, articleSuggestions),
    ),
  )
  .get(
    '/:id',
    visitorRoute(nothing, ({ platform, caller, id }) =>
      rpc(platform, 'widget_article', { caller, article: id }, article),
    ),
  );

/** What became of them. */
export const suggestionEvents = new Hono().post(
  '/',
  visitorRoute(suggestionEvent, ({ platform, caller, input }) =>
    rpc(platform, 'widget_suggestion_event', { caller, input }, nothing),
  ),
);
