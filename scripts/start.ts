// npm start: everything on this computer, until Ctrl-C.
import { join } from 'node:path';
import { demoPassword, demoUsers } from '../supabase/local/demo.ts';
import { StackError } from '../supabase/local/processes.ts';
import { root } from './commands.ts';
import type { Everything } from './serve/everything.ts';

/** Since this process began. */
const seconds = () => `${(performance.now() / 1000).toFixed(1)} s`;
const log = (line: string) => console.log(`${seconds().padStart(7)}  ${line}`);

// Loading takes a second or, the first time, several: say something before.
log('loading');
const { startEverything } = await import('./serve/everything.ts');

let leaving = false;
const starting = startEverything({
  dataDir: join(root, '.data'),
  apiPort: 54321,
  pgPort: 54322,
  functionsPort: 54323,
  inboxPort: 5173,
  demoPort: 5174,
  extension: 'extension',
  inbox: 'sources',
  persistent: true,
  log,
});

async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  console.log('\nStopping …');
  // What is just being started must be there before it can be stopped.
  await starting.then((everything) => everything.stop()).catch(() => {});
  console.log('Stopped. Your data is kept.');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());
process.on('uncaughtException', (error) => {
  console.error(error);
  void leave();
});

function table({ demoUrl, inboxUrl, extensionDir, stack }: Everything): string {
  const rows = [
    ['Demo product', demoUrl],
    ['  signed in', `${demoUrl}/?as=mira   ${demoUrl}/?as=jiahui`],
    ['Inbox', inboxUrl],
    ['Agent', `${demoUsers.agent.email}   ${demoPassword}`],
    ['Product manager', `${demoUsers.pm.email}   ${demoPassword}`],
    ['Extension', `${extensionDir}   (chrome://extensions, developer mode, load unpacked)`],
    ['Data', `${stack.dataDir}   (npm run reset starts over)`],
  ];
  return rows.map(([name = '', value = '']) => `  ${name.padEnd(16)} ${value}`).join('\n');
}

try {
  const everything = await starting;
  if (!leaving)
    console.log(`\nHearback is ready (${seconds()}).\n\n${table(everything)}\n\nCtrl-C stops everything.\n`);
} catch (error) {
  if (!leaving) {
    console.error(
      `\n${error instanceof StackError ? error.message : error instanceof Error ? error.stack : error}`,
    );
    process.exit(1);
  }
}
