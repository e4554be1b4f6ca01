import tokens from '../../shared/ui/tokens/more.css?inline';
import { addSheet } from '../frame/sheet.ts';
import type { Core } from '../loader/core.ts';
import { holdFocus } from './hold-focus.ts';

/** What the first view does without for a moment: more tokens, those for who needs more contrast, and a held focus. */
export function soon(core: Core): void {
  addSheet(core.shadow, tokens);
  holdFocus(core);
}
