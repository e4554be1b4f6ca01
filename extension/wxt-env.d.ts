import 'wxt/browser';
import 'wxt/vite-builder-env';

declare module 'wxt/browser' {
  interface WxtRuntime {
    /** Addresses of the extension's own pages and files. */
    getURL(path: '/' | '/editor.html' | '/sidepanel.html'): string;
  }
}
declare module '@wxt-dev/browser' {
  /** Files that may be injected into a page. */
  type PublicPath = '/measure.js';
}
