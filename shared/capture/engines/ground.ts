import { GROUND, pageScheme } from '../page.ts';

/**
 * Paints what browsers paint beneath a page: the colour of its root or, where that has none, of its body, which
 * reaches to the window's edges however short the page; then white, or the browser's dark where the page asks for it.
 * @param bitmap what is drawn already, on a transparent base
 */
export function paintGround(bitmap: HTMLCanvasElement, doc: Document): void {
  const context = bitmap.getContext('2d');
  if (!context) return;
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  for (const colour of [ownColour(doc), GROUND[pageScheme(doc)]]) {
    if (colour === undefined) continue;
    context.fillStyle = colour;
    context.fillRect(0, 0, bitmap.width, bitmap.height);
  }
  context.restore();
}

function ownColour(doc: Document): string | undefined {
  const view = doc.defaultView ?? window;
  const root = view.getComputedStyle(doc.documentElement);
  const colours = [root, view.getComputedStyle(doc.body)].map((style) => style.backgroundColor);
  return root.backgroundImage === 'none'
    ? colours.find((colour) => colour !== 'rgba(0, 0, 0, 0)')
    : colours[0];
}
