/** How large a picture is drawn: 1 is one CSS px a pixel of the picture; `fit` is as large as the window allows. */
export type Zoom = number | 'fit';

const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;
const last = 4;

type Size = { width: number; height: number };

/** The scale at which all of `picture` is seen in `stage`; never larger than life. */
export function fitScale(picture: Size, stage: Size): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.min(1, stage.width / picture.width, stage.height / picture.height);
}

/** The next larger (1) or smaller (-1) usual scale after `scale`. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const near = 1e-6;
  if (direction === 1) return steps.find((step) => step > scale + near) ?? last;
  return steps.findLast((step) => step < scale - near) ?? steps[0];
}
