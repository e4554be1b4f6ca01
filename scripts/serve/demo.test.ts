import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDemo } from './demo.ts';

let server: Awaited<ReturnType<typeof serveDemo>>;
beforeAll(async () => {
  server = await serveDemo({
    port: 0,
    apiUrl: 'http://127.0.0.1:9',
    projectKey: 'pk_x',
    sign: async (userId) => `signature of ${userId}</script>`,
  });
});
afterAll(() => server?.stop());

const page = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text();

test('at the plain address, and as somebody nobody knows, nobody is signed in', async () => {
  const plain = await page('/');
  expect(plain).toContain('data-project="pk_x"');
  expect(plain).not.toContain('identify');
  expect(plain).not.toContain('data-logs');
  expect(await page('/?as=constructor')).toBe(plain);
});

test('a customer is identified with a signature that his server made, on every page until he logs out', async () => {
  const html = await page('/tables.html?as=mira');
  expect(html).toContain('Hearback.identify({"id":"user_2041","name":"Mira Aldana"');
  expect(html).toContain('"signature of user_2041\\u003c/script>"');
  expect(html).toContain('data-logs="true"');
  expect(html).toContain('href="charts.html?as=mira"');
  expect(html).toContain('href="login.html">Logout');
  expect(html).not.toContain('Douglas McGee');
});
