const PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E";

/**
 * Whether the page's Content-Security-Policy lets an image be a `data:` address, which the SVG engine stands
 * on. Asks the browser rather than reading the policy: a header cannot be read from a script.
 */
export async function allowsDataImages(doc: Document): Promise<boolean> {
  const image = doc.createElement('img');
  return new Promise((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = PIXEL;
  });
}
