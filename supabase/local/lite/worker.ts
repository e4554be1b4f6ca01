// Runs lite in a thread of its own behind a loopback port. A thread, because a connection that PostgreSQL drops
// in the middle of a transaction can throw outside any promise: that must end this thread, not the program.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { createLiteApp, type LiteOptions } from './app.ts';

const options: LiteOptions = workerData;

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined) headers.append(name, item);
  }
  const method = incoming.method ?? 'GET';
  const init: RequestInit & { duplex?: 'half' } = { method, headers };
  if (method !== 'GET' && method !== 'HEAD')
    Object.assign(init, { body: Readable.toWeb(incoming), duplex: 'half' });
  return new Request(new URL(incoming.url ?? '/', options.apiUrl), init);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, headers).end(body);
}

const app = await createLiteApp(options);
const server = createServer((incoming, outgoing) => {
  const peer = incoming.headers['x-forwarded-for'];
  app
    .fetch(toRequest(incoming), typeof peer === 'string' ? peer : null)
    .then((response) => send(response, outgoing))
    .catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') parentPort?.postMessage({ port: address.port });
});

parentPort?.on('message', async () => {
  await app.clearSchemaCache();
  parentPort?.postMessage({ cleared: true });
});
