import type { AnnotationDocument } from '../model/document.ts';
import type { Tool } from './tools.ts';

/** What is done with marks that are there and with the crop, and strokes. A first box or arrow is drawn without it. */
type Handling = typeof import('./handling/main.ts');

/** What has been fetched since the editor opened. */
export const parts: { handling?: Handling } = {};

/** Rejects where the part cannot be fetched; the next call tries again. */
export async function fetchHandling(): Promise<Handling> {
  parts.handling ??= await import('./handling/main.ts');
  return parts.handling;
}

const TOOLS_OF_HANDLING: readonly Tool[] = ['select', 'crop', 'pen', 'highlighter'];

/** Whether a press on the picture may take the part. */
export const takesHandling = ({ shapes }: AnnotationDocument, tool: Tool): boolean =>
  shapes.length > 0 || TOOLS_OF_HANDLING.includes(tool);

/** Fetches all parts as soon as the browser has nothing better to do, so that they are there when they are wanted. */
export function fetchPartsSoon(): void {
  const fetchAll = () => {
    // Whoever wants one that could not be fetched tries again, and says so where that fails.
    void Promise.allSettled([
      fetchHandling(),
      import('./speech.ts'),
      import('./view/text-field.tsx'),
      import('../paint/pen.ts'),
      import('./toolbar/help.tsx'),
    ]);
  };
  // Safari has no idle callbacks.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  whenIdle(fetchAll);
}
