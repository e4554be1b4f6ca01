/**
 * Puts bytes to an address and tells how far it is. By XMLHttpRequest: `fetch` says nothing of what has been sent.
 * Rejects as `fetch` does, when there was no answer or `signal` ended it.
 *
 * @param told called with the part that has left, from 0 to 1
 */
export function put(
  url: string,
  { blob, contentType }: { blob: Blob; contentType: string },
  told: (part: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', contentType);
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status } = request;
      // A response with one of these may have no body.
      const body = [204, 205, 304].includes(status) ? null : request.responseText;
      resolve(new Response(body, { status, headers: retryAfter(request) }));
    };
    request.onerror = () => reject(new TypeError('no answer'));
    request.onabort = () => reject(signal.reason);
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(blob);
  });
}

/** The one header that is of use; a browser hands it out only where the server lets it. */
function retryAfter(request: XMLHttpRequest): HeadersInit {
  const value = request.getAllResponseHeaders().match(/^retry-after: *(.+)$/im)?.[1];
  return value ? { 'retry-after': value.trim() } : {};
}
