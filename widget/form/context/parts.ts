import type { Context } from '../../public.ts';

const fields = [
  'pageUrl',
  'pageTitle',
  'referrer',
  'userAgent',
  'language',
  'timeZone',
  'devicePixelRatio',
] as const;
const logNames = ['errors', 'requests', 'steps'] as const;

/** What can be left out by itself. Facts of the host product go one by one, logs a list at a time. */
export type Part = (typeof fields)[number] | 'viewport' | (typeof logNames)[number] | `custom.${string}`;

/** The parts that a context has, in the order in which they are shown. */
export function partsOf(context: Context): Part[] {
  const { custom = {}, logs = {} } = context;
  return [
    ...fields.filter((field) => context[field] !== undefined),
    ...(context.viewportWidth === undefined ? [] : (['viewport'] as const)),
    ...Object.keys(custom).map((name): Part => `custom.${name}`),
    ...logNames.filter((name) => logs[name]?.length),
  ];
}

/** The context without the parts that are left out; what is empty then is not in it at all. */
export function without(context: Context, leftOut: ReadonlySet<string>): Context {
  const { viewportWidth, viewportHeight, custom = {}, logs = {}, ...rest } = context;
  const stays = (name: string) => !leftOut.has(name);
  const facts = Object.entries(custom).filter(([name]) => stays(`custom.${name}`));
  const lists = Object.entries(logs).filter(([name, lines]) => lines.length > 0 && stays(name));
  const size = viewportWidth !== undefined && viewportHeight !== undefined && stays('viewport');
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => stays(name))),
    ...(size ? { viewportWidth, viewportHeight } : {}),
    ...(facts.length > 0 ? { custom: Object.fromEntries(facts) } : {}),
    ...(lists.length > 0 ? { logs: Object.fromEntries(lists) } : {}),
  };
}
