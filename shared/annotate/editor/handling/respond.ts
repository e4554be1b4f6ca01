import { copiesOf } from '../../model/copy.ts';
import type { AnnotationDocument, Shape } from '../../model/document.ts';
import { findShapes, freshIds, visibleRect } from '../../model/document.ts';
import { lastHandle, resizeRect } from '../../model/geometry/resize.ts';
import type { Action } from '../input/actions.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Response, Scene } from '../input/respond.ts';
import { middleOf, placed } from './place.ts';

const nothing: Response = {};

/** As `respond` of any action, for those that place, change or copy marks or the crop by the keyboard. */
export function respond(action: Action, scene: Scene, press?: KeyPress): Response | null {
  const { document, selected, tool, ink } = scene;
  const shapes = findShapes(document, selected);
  const ids = shapes.map(({ id }) => id);
  switch (action) {
    case 'duplicate':
      return adding(copiesOf(shapes, document, 16 * ink.scale));
    case 'front':
    case 'forward':
    case 'backward':
    case 'back':
      return ids.length ? { command: { do: 'reorder', ids, to: action } } : nothing;
    case 'remove':
      return { command: { do: 'crop', rect: null } };
    case 'place':
      return place(scene, shapes.length === 1 ? shapes[0] : undefined);
    case 'move':
    case 'resize': {
      if (!press) return null;
      const step = arrowStep(press);
      if (tool === 'crop') return adjustCrop(document, action, step);
      if (!ids.length)
        return action === 'move' ? { scroll: { dx: step.dx * -40, dy: step.dy * -40 } } : nothing;
      if (action === 'move') return { command: { do: 'move', ids, ...step } };
      const handle = lastHandle(shapes);
      if (!handle) return nothing;
      const to = { x: handle.at.x + step.dx, y: handle.at.y + step.dy };
      return { command: { do: 'resize', ids, handle: handle.name, to } };
    }
    default:
      return null;
  }
}

/** How far an arrow key goes, in image pixels: one, or ten with Shift. */
export function arrowStep({ key, shiftKey }: KeyPress): { readonly dx: number; readonly dy: number } {
  const step = shiftKey ? 10 : 1;
  return {
    dx: key === 'ArrowLeft' ? -step : key === 'ArrowRight' ? step : 0,
    dy: key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0,
  };
}

const adding = (shapes: readonly Shape[]): Response =>
  shapes.length ? { command: { do: 'add', shapes }, selected: shapes.map(({ id }) => id) } : nothing;

function place({ document, tool, ink, seen }: Scene, only: Shape | undefined): Response {
  if (only?.kind === 'text' && (tool === 'select' || tool === 'text')) return { text: only };
  if (tool === 'crop') return { command: { do: 'crop', rect: middleOf(seen, 3 / 4) } };
  const [id = ''] = freshIds(document, 1);
  const shape = placed(tool === 'select' ? 'box' : tool, id, seen, ink);
  return shape.kind === 'text' ? { text: shape } : adding([shape]);
}

function adjustCrop(
  document: AnnotationDocument,
  action: 'move' | 'resize',
  { dx, dy }: { readonly dx: number; readonly dy: number },
): Response {
  const rect = visibleRect(document);
  const to = { x: rect.x + rect.width + dx, y: rect.y + rect.height + dy };
  if (action === 'resize') return { command: { do: 'crop', rect: resizeRect(rect, 'se', to, document) } };
  const x = Math.min(Math.max(rect.x + dx, 0), document.width - rect.width);
  const y = Math.min(Math.max(rect.y + dy, 0), document.height - rect.height);
  return { command: { do: 'crop', rect: { ...rect, x, y } } };
}
