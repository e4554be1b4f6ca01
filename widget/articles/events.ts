import type { SuggestionEvent } from '../../shared/domain/widget.ts';
import { call } from '../client/call.ts';
import type { Core } from '../loader/core.ts';

const told = new Set<string>();

/**
 * Tells the server what became of an offered article, once a session, article and outcome. Not worth a place in
 * the outbox: where it does not arrive, nobody misses anything.
 */
export function tell(core: Core, event: SuggestionEvent): void {
  const key = `${event.suggestionSession} ${event.articleId} ${event.outcome}`;
  if (told.has(key)) return;
  told.add(key);
  call(core, '/suggestion-events', { method: 'POST', body: event, keepalive: true }).catch(() =>
    told.delete(key),
  );
}
