import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { UserConfig } from 'vite';

/**
 * The inbox as Vite serves and builds it. Its addresses are relative and its routes stand behind `#`, so that
 * any static host, in any folder, can serve the build without rules of its own.
 */
export function inboxConfig(): UserConfig {
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    plugins: [preact({ reactAliasesEnabled: false })],
    build: { target: 'es2022', sourcemap: true, modulePreload: { polyfill: false } },
  };
}

export default inboxConfig();
