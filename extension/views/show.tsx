import { type ComponentChildren, render } from 'preact';
import { AppFrame } from './app-frame.tsx';

/** Puts a view into the page. */
export function show(view: ComponentChildren): void {
  const place = document.getElementById('app');
  if (place) render(<AppFrame>{view}</AppFrame>, place);
}
