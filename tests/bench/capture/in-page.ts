// Runs in the page that is measured, bundled with each engine.

/** What an engine's module offers: the viewport as a canvas, and which rung drew it. */
type Take = () => Promise<{ bitmap: HTMLCanvasElement; source: string }>;

/** The last picture as PNG in base64, and what each call took in milliseconds. */
export type Measured = { png: string; source: string; times: number[] };

/** Calls the engine so often, one call after the other, and hands the last picture out. */
export const measuring =
  (take: Take) =>
  async (calls: number): Promise<Measured> => {
    const times: number[] = [];
    for (;;) {
      const began = performance.now();
      const { bitmap, source } = await take().catch((cause: unknown) => {
        throw cause instanceof Event ? new Error(`rejected with an event: ${cause.type}`) : cause;
      });
      times.push(performance.now() - began);
      if (times.length >= calls) return { png: await base64(bitmap), source, times };
    }
  };

function base64(canvas: HTMLCanvasElement): Promise<string> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (!blob) return reject(new Error('the canvas cannot be read'));
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    }, 'image/png');
  });
}
