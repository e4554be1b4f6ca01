import type { SuggestionEvent } from '../../shared/domain/widget.ts';
import { call } from '../client/call.ts';
import type { Core } from '../loader/core.ts';

/** How many events are kept while the server cannot be reached; older ones give way. */
const kept = 50;

interface Ledger {
  /** Session, article and outcome of everything that was told or is still to be told. */
  readonly told: Set<string>;
  readonly unheard: SuggestionEvent[];
}
const ledgers = new WeakMap<Core, Ledger>();

/**
 * Tells the server what became of an offered article, once a session, article and outcome. What does not arrive is
 * told again when the browser is online or the next event comes; it ends with the page, for it is a statistic and
 * no message: not worth a place in the outbox.
 */
export function tell(core: Core, event: SuggestionEvent): void {
  const { told, unheard } = ledgerOf(core);
  const key = `${event.suggestionSession} ${event.articleId} ${event.outcome}`;
  if (told.has(key)) return;
  told.add(key);
  unheard.push(event);
  if (unheard.length > kept) unheard.shift();
  flush(core, unheard);
}

function ledgerOf(core: Core): Ledger {
  const known = ledgers.get(core);
  if (known) return known;
  const ledger: Ledger = { told: new Set(), unheard: [] };
  ledgers.set(core, ledger);
  addEventListener('online', () => flush(core, ledger.unheard), { signal: core.signal });
  return ledger;
}

/** Tells everything that waits. An event that the server refuses is as much over as one it keeps. */
function flush(core: Core, unheard: SuggestionEvent[]): void {
  for (const event of unheard.splice(0)) {
    call(core, '/suggestion-events', { method: 'POST', body: event, keepalive: true }).then(
      ({ status }) => {
        if (status === 429 || status >= 500) unheard.push(event);
      },
      () => unheard.push(event),
    );
  }
}
