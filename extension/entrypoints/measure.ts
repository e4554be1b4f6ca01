import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { measurePage } from '../capture/measure.ts';

/** Injected right before and after a picture is taken; its result is handed back to whoever injected it. */
export default defineUnlistedScript(() => measurePage(window));
