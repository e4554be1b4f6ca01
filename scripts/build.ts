// Builds everything that is shipped: widget, inbox, and the extension for Chrome and Firefox.
import { type BuildName, builds, ensureBuilt } from './builds.ts';

const shipped: BuildName[] = ['widget', 'inbox', 'extension', 'extension for Firefox'];
for (const name of shipped) {
  try {
    // The widget's build says what each of its parts costs a page.
    await ensureBuilt(name, true, name === 'widget');
    console.log(`${name.padEnd(22)} ${builds[name].output}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
console.log('\nBefore you put dist/inbox on a server, edit dist/inbox/.well-known/hearback.json:');
console.log('the name people see, the address of your Supabase project and its publishable key.');
