const PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E";

const answers = new WeakMap<Document, Promise<boolean>>();

/**
 * Whether the page's Content-Security-Policy lets an image be a `data:` address, which the SVG engine stands
 * on. Asks the browser rather than reading the policy: a header cannot be read from a script. A policy that forbids
 * it reports the question to the host, so it is asked once for each document.
 */
export function allowsDataImages(doc: Document): Promise<boolean> {
  const known = answers.get(doc);
  if (known) return known;
  const image = doc.createElement('img');
  const answer = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = PIXEL;
  });
  answers.set(doc, answer);
  return answer;
}
