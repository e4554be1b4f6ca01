import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Cover } from '../capture/cover.ts';
import { measureFrame } from '../capture/measure.ts';

/** Injected into the page and its frames; what it leaves there is called right before and after a picture is taken. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, 'hearbackMeasure', (cover: Cover) => measureFrame(window, cover));
});
