import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin, UserConfig } from 'vite';

/** In the built page alone: served from its sources, Vite's own scripts stand in it. */
const policy: Plugin = {
  name: 'hearback-content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: "script-src 'self'; object-src 'none'; base-uri 'none'",
      },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * The inbox as Vite serves and builds it. Its addresses are relative and its routes stand behind `#`, so that
 * any static host, in any folder, can serve the build without rules of its own.
 */
export function inboxConfig(): UserConfig {
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    plugins: [preact({ reactAliasesEnabled: false }), policy],
    build: { target: 'es2022', sourcemap: true, modulePreload: { polyfill: false } },
  };
}

export default inboxConfig();
