import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * The browser extension. `wxt build` makes what is shipped; `wxt build --mode e2e` makes `.output/chrome-mv3-e2e`
 * for the tests, the one difference being that it may capture any page without the click on the toolbar's icon
 * that automation cannot produce.
 */
export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  // Chrome refuses scripts with certain non-ASCII characters when it injects them.
  experimental: { escapeUnicode: true },
  vite: () => ({ plugins: [preact()], build: { sourcemap: false } }),
  zip: { name: 'hearback', sourcesRoot: '.', includeSources: ['extension/**', 'shared/**'] },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      // The picture of the page on which the member clicks the icon, its address and its title.
      'activeTab',
      // Looks for password and card fields on that page, to cover them in the picture; lets the member choose a part
      // of the page on the page.
      'scripting',
      // The address of the team's inbox, the sign-in, the language.
      'storage',
      // Tries again what could not be filed.
      'alarms',
    ],
    ...(mode === 'e2e' && { host_permissions: ['<all_urls>'] }),
    action: { default_title: '__MSG_open__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
      'capture-visible': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_captureVisible__',
      },
      'capture-area': { suggested_key: { default: 'Alt+Shift+X' }, description: '__MSG_captureArea__' },
    },
    // Firefox's default would turn every request into https, also those to an inbox on this machine.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'" },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'extension@hearback',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['authenticationInfo', 'browsingActivity', 'websiteContent'],
              },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
