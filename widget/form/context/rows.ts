import type { Context } from '../../public.ts';
import { type Part, partsOf } from './parts.ts';
import type { ContextWords } from './words.ts';

/** One part as it is shown: its name, and its value or its lines. */
export interface Row {
  readonly part: string;
  readonly name: string;
  readonly value?: string;
  readonly lines?: readonly string[];
}

/** Every part of a context in words, in order. What a line says is all there is in it. */
export const rowsOf = (context: Context, words: Pick<ContextWords, 't' | 'language'>): Row[] =>
  partsOf(context).map((part) => ({ part, ...said(part, context, words) }));

function said(part: Part, context: Context, { t, language }: Pick<ContextWords, 't' | 'language'>) {
  const { viewportWidth, viewportHeight, custom = {}, logs = {} } = context;
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const lines = <Line extends { at: string }>(of: readonly Line[] = [], say: (line: Line) => string) =>
    of.map((line) => `${clock.format(Date.parse(line.at))} ${say(line)}`);
  const counted = (name: 'errors' | 'requests' | 'steps') => t(name, { count: logs[name]?.length ?? 0 });
  switch (part) {
    case 'viewport':
      return { name: t(part), value: `${viewportWidth} × ${viewportHeight}` };
    case 'errors':
      return { name: counted(part), lines: lines(logs.errors, ({ text }) => text) };
    case 'requests':
      return {
        name: counted(part),
        lines: lines(logs.requests, ({ method, path, status, ms }) =>
          t(status ? 'request' : 'noAnswer', { method, path, status: `${status}`, ms }),
        ),
      };
    case 'steps':
      return {
        name: counted(part),
        lines: lines(logs.steps, ({ kind, text }) => (kind === 'note' ? text : t(kind, { text }))),
      };
    case 'pageUrl':
    case 'pageTitle':
    case 'referrer':
    case 'userAgent':
    case 'language':
    case 'timeZone':
    case 'devicePixelRatio':
      return { name: t(part), value: `${context[part]}` };
    default: {
      const name = part.slice('custom.'.length);
      return { name, value: `${custom[name]}` };
    }
  }
}
