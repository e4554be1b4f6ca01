import type { Exchange } from '../../../shared/outbox/http.ts';

/** Longest that the bytes may take, in ms. */
const longest = 300_000;

/**
 * Puts bytes at a signed link and tells how far they are, which `fetch` cannot. A place that is filled already counts
 * as done: an earlier try put the same bytes there and its answer was lost.
 * @param onShare 0 to 1, of what has left
 */
export function putBytes(
  url: string,
  blob: Blob,
  contentType: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Exchange<null>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (outcome: Exchange<null>) => {
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = () => request.abort();
    request.open('PUT', url);
    request.setRequestHeader('content-type', contentType);
    request.timeout = longest;
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status } = request;
      if ((status >= 200 && status < 300) || status === 409) return end({ kind: 'ok', body: null });
      end(
        status >= 500 || status === 429
          ? { kind: 'retry', error: { code: 'unavailable' } }
          : { kind: 'refused', error: { code: status === 413 ? 'too_large' : 'invalid_request' } },
      );
    };
    request.onerror = () => end({ kind: 'retry', error: { code: 'offline' } });
    request.ontimeout = () => end({ kind: 'retry', error: { code: 'timeout' } });
    request.onabort = () => end({ kind: 'retry', error: { code: 'timeout' } });
    signal.addEventListener('abort', stop);
    if (signal.aborted) return end({ kind: 'retry', error: { code: 'timeout' } });
    request.send(blob);
  });
}
