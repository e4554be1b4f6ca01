import { createServer, type Server } from 'node:http';
import {
  connect as connectTo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { freePort } from '../../../supabase/local/processes.ts';
import { stack } from '../../support/callers.ts';

/** An inbox that sends clients to the API through a door that can be shut. */
export async function startSwitchableApi() {
  const open = new Set<Socket>();
  let on = true;
  const target = Number(new URL(stack().apiUrl).port);
  const door: TcpServer = createTcpServer((client) => {
    if (!on) return client.destroy();
    const server = connectTo(target, '127.0.0.1');
    open.add(client);
    client
      .on('error', () => {})
      .on('close', () => {
        open.delete(client);
        server.destroy();
      });
    server.on('error', () => {}).on('close', () => client.destroy());
    client.pipe(server).pipe(client);
    return undefined;
  });
  const [apiPort, inboxPort] = [await freePort(), await freePort()];
  const inbox: Server = createServer((request, response) => {
    const known = request.url === '/.well-known/hearback.json';
    response.writeHead(known ? 200 : 404, { 'access-control-allow-origin': '*' });
    const { publishableKey } = stack();
    response.end(
      known ? JSON.stringify({ name: 'Ours', apiUrl: `http://127.0.0.1:${apiPort}`, publishableKey }) : '',
    );
  });
  await new Promise<void>((resolve) => door.listen(apiPort, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => inbox.listen(inboxPort, '127.0.0.1', resolve));
  return {
    inboxUrl: `http://127.0.0.1:${inboxPort}`,
    switch(to: 'on' | 'off') {
      on = to === 'on';
      if (!on) for (const client of open) client.destroy();
    },
    async stop() {
      for (const client of open) client.destroy();
      inbox.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => door.close(resolve)),
        new Promise((resolve) => inbox.close(resolve)),
      ]);
    },
  };
}
