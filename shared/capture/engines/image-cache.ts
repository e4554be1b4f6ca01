/** How long one image may take, in ms. */
const PATIENCE = 5_000;

/**
 * The images html2canvas paints, loaded without its question whether SVG can be painted: an image at a `data:`
 * address, which is what a policy refuses where html2canvas is needed.
 *
 * @param dataImages whether the page's policy allows images at `data:` addresses
 */
export function imageCache(view: Window & typeof globalThis, dataImages: boolean) {
  const images = new Map<string, Promise<HTMLImageElement | undefined>>();

  const load = (url: string) =>
    new Promise<HTMLImageElement | undefined>((resolve) => {
      const image = new view.Image();
      // Of another origin only what may be read: anything else would make the picture unreadable, too.
      if (!/^(?:data|blob):/i.test(url) && new URL(url, view.location.href).origin !== view.location.origin)
        image.crossOrigin = 'anonymous';
      const timer = view.setTimeout(() => resolve(undefined), PATIENCE);
      const done = (found?: HTMLImageElement) => {
        view.clearTimeout(timer);
        resolve(found);
      };
      image.onload = () => done(image);
      image.onerror = () => done();
      image.src = url;
    });

  return {
    startDefer() {},
    addImage(url: string) {
      if (!images.has(url) && (dataImages || !/^(?:data|blob):/i.test(url))) images.set(url, load(url));
      return Promise.resolve();
    },
    preloadAll: () => Promise.all(images.values()),
    match: (url: string) => images.get(url),
  };
}
