// The examples in docs/widget.md by which a host signs its users' ids, run by every interpreter that is here.
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './sources.ts';

const secret = 'sk_example_0123456789';
const user = 'zoë·42';
const docs = readFileSync(join(root, 'docs/widget.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'hearback-signing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How each language is run, and what an example needs around it to say the signature of `user`. */
const languages = [
  { name: 'js', file: 'sign.mjs', run: ['node'], after: `console.log(sign('${user}'));` },
  { name: 'python', file: 'sign.py', run: ['python3'], after: `print(sign('${user}'))` },
  { name: 'php', file: 'sign.php', run: ['php'], after: `echo sign('${user}');` },
  { name: 'ruby', file: 'sign.rb', run: ['ruby'], after: `puts sign('${user}')` },
  {
    name: 'go',
    file: 'sign.go',
    run: ['go', 'run'],
    after: `func main() { fmt.Println(sign("${user}")) }`,
  },
];

const example = (name: string) =>
  [...docs.matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(
    ([, language, code]) => language === name && code?.includes('HEARBACK_SECRET'),
  )?.[2];
const isHere = (command: string) =>
  spawnSync(command, [command === 'go' ? 'version' : '--version']).status === 0;

test('the figure to compare with is the right one', () => {
  const [, given = '', id = '', time = ''] =
    docs.match(/secret `(.+?)`, the id `(.+?)` and the time `(\d+)`/) ?? [];
  const hmac = createHmac('sha256', given).update(`${time}.${id}`).digest('hex');
  expect(docs).toContain(`\`t=${time},v1=${hmac}\``);
});

describe.each(languages)('signing in $name', ({ name, file, run, after }) => {
  const [command = '', ...args] = run;

  test('is shown', () => expect(example(name)).toContain('sign'));

  test.runIf(isHere(command))(
    'gives what the server takes',
    () => {
      const path = join(folder, file);
      writeFileSync(path, `${example(name)}\n${after}\n`);
      const { stdout, stderr } = spawnSync(command, [...args, path], {
        encoding: 'utf8',
        env: { ...process.env, HEARBACK_SECRET: secret, GOCACHE: join(folder, 'go'), PYTHONUTF8: '1' },
      });
      const [, time = '', signature] = stdout.trim().match(/^t=(\d+),v1=([0-9a-f]{64})$/) ?? [];
      expect(stderr).toBe('');
      expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
      expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${user}`).digest('hex'));
    },
    60_000,
  );
});
