import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { servePicking } from '../capture/part/picking.ts';

/** Injected when a part of the page is to be chosen; once is enough for as long as the page stands. */
export default defineUnlistedScript(() => {
  const served = 'hearbackPicking';
  if (Reflect.has(globalThis, served)) return;
  Reflect.set(globalThis, served, true);
  servePicking(window);
});
