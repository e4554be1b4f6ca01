import { isQuiet } from './quietly.ts';
import { wrap } from './wrap.ts';

/** A request that failed; `path` has no query, `ms` is how long it took, `status` 0 that no answer came. */
export interface FailedRequest {
  method: string;
  path: string;
  status: number;
  ms: number;
}

/**
 * Tells of every request by `fetch` and `XMLHttpRequest` that is answered with 400 or above, or not at all. One that
 * the page itself breaks off has not failed. The widget's own, to `api`, are none of the page's.
 */
export function watchRequests(
  tell: (request: FailedRequest) => void,
  api: string,
  signal: AbortSignal,
): void {
  const began = (method: string, address: string): ((status: number) => void) | null => {
    const url = new URL(address, document.baseURI);
    if (!/^https?:$/.test(url.protocol) || isOwn(url.href, api) || isQuiet()) return null;
    const start = performance.now();
    const path = (url.host === location.host ? '' : url.host) + url.pathname;
    return (status) => {
      const ms = Math.max(0, Math.round(performance.now() - start));
      tell({ method: method.toUpperCase().slice(0, 20), path: path.slice(0, 2000), status, ms });
    };
  };
  watchFetch(began, signal);
  watchXhr(began, signal);
}

type Began = (method: string, address: string) => ((status: number) => void) | null;

function watchFetch(began: Began, signal: AbortSignal): void {
  wrap(
    window,
    'fetch',
    (original, self, args) => {
      const failed = attempt(() => {
        const [input, init] = args;
        const { method, url }: { method?: unknown; url?: unknown } =
          input instanceof Request ? input : { url: input };
        const { method: told = method ?? 'GET' }: { method?: unknown } = isObject(init) ? init : {};
        return began(`${told}`, `${url}`);
      });
      const answer: unknown = Reflect.apply(original, self, args);
      // A page may have put its own in place, whose answer is more than a promise: that is not to be exchanged.
      if (!failed || !isPlainPromise(answer)) return answer;
      // Not beside it but in its place: a second listener would hide from the page a rejection that nobody handles.
      return answer.then(
        (response) => {
          attempt(() => response.status >= 400 && failed(response.status));
          return response;
        },
        (problem: unknown) => {
          attempt(() => isAbort(problem) || failed(0));
          throw problem;
        },
      );
    },
    signal,
  );
}

function watchXhr(began: Began, signal: AbortSignal): void {
  const opened = new WeakMap<object, { method: string; address: string }>();
  const { prototype } = XMLHttpRequest;
  wrap(
    prototype,
    'open',
    (original, self, args) => {
      attempt(() => {
        const [method, url] = args;
        if (self instanceof XMLHttpRequest) opened.set(self, { method: `${method}`, address: `${url}` });
      });
      return Reflect.apply(original, self, args);
    },
    signal,
  );
  wrap(
    prototype,
    'send',
    (original, self, args) => {
      attempt(() => {
        const request = self instanceof XMLHttpRequest ? self : null;
        const what = request && opened.get(request);
        const failed = what && began(what.method, what.address);
        if (request && failed) listen(request, failed);
      });
      return Reflect.apply(original, self, args);
    },
    signal,
  );
}

/** Of one round: a request may be opened again. */
function listen(request: XMLHttpRequest, failed: (status: number) => void): void {
  const round = new AbortController();
  const { signal } = round;
  const failedIf = (status: number) => {
    if (status === 0 || status >= 400) failed(status);
  };
  request.addEventListener('load', () => attempt(() => failedIf(request.status)), { signal });
  request.addEventListener('error', () => attempt(() => failedIf(0)), { signal });
  request.addEventListener('timeout', () => attempt(() => failedIf(0)), { signal });
  request.addEventListener('loadend', () => round.abort(), { signal });
}

/** Nothing of this may stand in the way of the page's request. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function isOwn(href: string, api: string): boolean {
  const origin = api.replace(/\/+$/, '');
  return (
    href.startsWith(`${origin}/functions/v1/widget/`) ||
    href.startsWith(`${origin}/storage/v1/object/upload/sign/attachments/`)
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlainPromise = (answer: unknown): answer is Promise<Response> =>
  answer instanceof Promise &&
  Object.getPrototypeOf(answer) === Promise.prototype &&
  Reflect.ownKeys(answer).length === 0;

const isAbort = (problem: unknown) => problem instanceof DOMException && problem.name === 'AbortError';
