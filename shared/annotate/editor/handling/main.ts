/** What the editor fetches for marks that are there, for the crop and for strokes. */
import '../../model/edits.ts';
import '../../model/geometry/simplify.ts';

export { pastedInto } from '../../model/copy.ts';
export { hitShape } from '../../model/geometry/hit.ts';
export { drawHighlighters } from '../../paint/multiply.ts';
export { Blended } from './blended.tsx';
export { begin, end, preview } from './gesture.ts';
export { levelOf } from './level.ts';
export { Overlay } from './overlay.tsx';
export { respond } from './respond.ts';
