import { optionsOf } from './options.ts';
import { report, start } from './start.ts';

/** Set by the build: where the rooms lie beside this script. */
declare const __ROOMS__: { app: string; survey: string; background: string };

const files = __ROOMS__;
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const options = optionsOf(script.dataset);
  // A browser may remember that a module failed to load: another address asks again.
  const room = (file: string, attempt = 0) =>
    import(/* @vite-ignore */ new URL(file + (attempt ? `?${attempt}` : ''), script.src).href);
  if (options) {
    start(options, {
      app: (attempt) => room(files.app, attempt),
      survey: () => room(files.survey),
      background: () => room(files.background),
    });
  } else report('the script tag needs data-project and data-api');
}
