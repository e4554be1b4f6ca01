import type { PickStrings } from '../../capture/pick/options.ts';

/** The overlay in which a part of a page is chosen for a picture. */
export default {
  area: 'Choose an area',
  areaHint: 'Drag across what you want to show.',
  areaKeys: 'Arrow keys move, Alt + arrow keys resize, Shift: 10 pixels at a time. Enter takes it.',
  element: 'Choose an element',
  elementHint: 'Click what you want to show.',
  elementTouchHint: 'Tap what you want to show.',
  elementKeys: 'Arrow keys: up and down go out and in, left and right to what is beside it. Enter takes it.',
  cancel: 'Cancel',
  take: 'Take',
  size: '{width} × {height}',
  saidArea: 'Area of {width} by {height}, {x} from the left, {y} from the top',
  saidElement: '{name}, {width} by {height}',
} satisfies PickStrings;
