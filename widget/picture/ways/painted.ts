/**
 * Lets the browser paint what has just changed, so that it is seen before something takes long. At most 100 ms: in a
 * window that is out of sight nothing is painted.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
