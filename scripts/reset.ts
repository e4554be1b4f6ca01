// npm run reset: deletes the local data after asking; the next npm start begins anew. --yes does not ask.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { isListening } from '../supabase/local/processes.ts';
import { root } from './commands.ts';

const dataDir = join(root, '.data');

async function confirmed(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    console.error(
      'Nothing was deleted: there is no terminal to ask at. To delete without a question: npm run reset -- --yes',
    );
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `This deletes all conversations, articles and pictures in ${dataDir}. Go on? (y/N) `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

if (!existsSync(dataDir)) console.log('There is no data to delete.');
else if (await isListening(54322)) {
  console.error('Hearback is running. Stop it with Ctrl-C in its terminal, then run npm run reset again.');
  process.exitCode = 1;
} else if (await confirmed()) {
  await rm(dataDir, { recursive: true, force: true });
  console.log('Deleted. npm start begins with a new database.');
} else {
  console.log('Kept.');
  process.exitCode = 1;
}
