import { build } from 'vite';
import { expect, test } from 'vitest';
import { inboxConfig } from './vite.config.ts';

test('the built page lets no script run but its own files', async () => {
  const config = inboxConfig();
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false, minify: false, sourcemap: false },
  });
  const files = Array.isArray(built) || !('output' in built) ? [] : built.output;
  const page = files.find((file) => file.fileName === 'index.html');
  const html = page?.type === 'asset' ? String(page.source).replaceAll('&#39;', "'") : '';
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  // A policy in the page counts only for what stands after it.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) expect(attributes).toMatch(/ src="\.\//);
}, 60_000);
