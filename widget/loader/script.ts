import { optionsOf } from './options.ts';
import { report, start } from './start.ts';

/** Set by the build: where core and panel lie beside this script. */
declare const __ROOMS__: readonly [core: string, app: string];

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const options = optionsOf(script.dataset);
  // A browser may remember that a module failed to load: another address asks again.
  const room = (file: string) => (attempt: number) =>
    import(/* @vite-ignore */ new URL(file + (attempt ? `?${attempt}` : ''), script.src).href);
  if (options) start(options, { core: room(__ROOMS__[0]), app: room(__ROOMS__[1]) });
  else report('no project');
}
