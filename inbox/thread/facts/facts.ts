import type {
  Context,
  CustomContext,
  LoggedError,
  LoggedRequest,
  LoggedStep,
} from '../../../shared/domain/context.ts';
import { isWebAddress } from '../../view/links/web-address.ts';

/** What went on in the page before the message, oldest first in each list. */
export type Logs = { errors: LoggedError[]; requests: LoggedRequest[]; steps: LoggedStep[] };
type Plain = Omit<Context, 'custom' | 'logs'>;
export type Facts = { [Key in keyof Plain]?: Exclude<Plain[Key], undefined> } & {
  custom?: CustomContext;
  logs?: Logs;
};

/** What is known of the page a visitor wrote from. The column is JSON: each field is looked at before it counts. */
export function readFacts(json: unknown): Facts {
  if (!isObject(json)) return {};
  const facts: Facts = {};
  for (const key of ['pageUrl', 'pageTitle', 'referrer', 'userAgent', 'language', 'timeZone'] as const) {
    const value = field(json, key);
    if (typeof value === 'string' && value !== '') facts[key] = value;
  }
  for (const key of ['viewportWidth', 'viewportHeight', 'devicePixelRatio'] as const) {
    const value = field(json, key);
    if (typeof value === 'number' && Number.isFinite(value)) facts[key] = value;
  }
  // It becomes a link.
  if (facts.pageUrl && !isWebAddress(facts.pageUrl)) delete facts.pageUrl;
  const custom = readValues(field(json, 'custom'));
  if (Object.keys(custom).length > 0) facts.custom = custom;
  const logs = readLogs(field(json, 'logs'));
  if (logs) facts.logs = logs;
  return facts;
}

/** The names and plain values of an object such as `custom` and the traits of a visitor. */
export function readValues(json: unknown): Record<string, string | number | boolean> {
  if (!isObject(json)) return {};
  const plain = (entry: [string, unknown]): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]);
  return Object.fromEntries(Object.entries(json).filter(plain));
}

function readLogs(json: unknown): Logs | null {
  if (!isObject(json)) return null;
  const list = (name: string): unknown[] => {
    const value = field(json, name);
    return Array.isArray(value) ? value : [];
  };
  const logs: Logs = {
    errors: list('errors').filter((one) => isError(one)),
    requests: list('requests').filter((one) => isRequest(one)),
    steps: list('steps').filter((one) => isStep(one)),
  };
  return logs.errors.length + logs.requests.length + logs.steps.length > 0 ? logs : null;
}

const isObject = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
const field = (of: unknown, name: string): unknown => (isObject(of) ? Reflect.get(of, name) : undefined);
const isText = (value: unknown) => typeof value === 'string';
const isTimed = (one: unknown) => !Number.isNaN(Date.parse(String(field(one, 'at'))));

function isError(one: unknown): one is LoggedError {
  return isTimed(one) && isText(field(one, 'text'));
}
function isRequest(one: unknown): one is LoggedRequest {
  const figures = [field(one, 'status'), field(one, 'ms')];
  return (
    isTimed(one) &&
    isText(field(one, 'method')) &&
    isText(field(one, 'path')) &&
    figures.every((figure) => typeof figure === 'number')
  );
}
function isStep(one: unknown): one is LoggedStep {
  return isError(one) && ['click', 'route', 'note'].includes(String(field(one, 'kind')));
}
