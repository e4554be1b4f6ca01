import { render } from 'preact';
import { useState } from 'preact/hooks';
import { AnnotationEditor } from '../../../shared/annotate/editor/editor.tsx';
import editorCss from '../../../shared/annotate/editor.css?inline';
import { flatten } from '../../../shared/annotate/flatten.ts';
import type { AnnotationDocument } from '../../../shared/annotate/model/document.ts';
import { startHistory } from '../../../shared/annotate/model/history.ts';
import strings from '../../../shared/i18n/annotate/en.ts';
import tokens from '../../../shared/ui/tokens.css?inline';
import { busyPicture, crowd } from './scene.ts';

// The page that the benchmark draws on. Runs in the browser; `window.bench` is what the benchmark calls.

function Editor({
  image,
  start,
  scale,
}: {
  image: HTMLCanvasElement;
  start: AnnotationDocument;
  scale: number;
}) {
  const [history, setHistory] = useState(() => startHistory(start));
  return (
    <AnnotationEditor
      image={image}
      history={history}
      onHistory={setHistory}
      strings={strings}
      scale={scale}
    />
  );
}

const bench = {
  /** Fills the page with the editor. */
  mount(width: number, height: number, count: number, scale: number): void {
    const sheet = document.createElement('style');
    sheet.textContent = `${tokens} ${editorCss} html, body { height: 100%; margin: 0 } body > div { height: 100% }`;
    document.head.append(sheet);
    const root = document.body.appendChild(document.createElement('div'));
    const image = busyPicture(width, height);
    render(<Editor image={image} start={crowd(width, height, count, scale)} scale={scale} />, root);
  },

  /** Milliseconds of each of so many flattenings, painted to the last pixel. */
  flatten(width: number, height: number, count: number, times: number): number[] {
    const image = busyPicture(width, height);
    const document = crowd(width, height, count, 2);
    return Array.from({ length: times }, () => {
      const start = performance.now();
      const flat = flatten(image, document);
      // Canvases paint when somebody looks.
      flat.getContext('2d')?.getImageData(0, 0, 1, 1);
      const took = performance.now() - start;
      flat.width = 0;
      return took;
    });
  },
};

export type EditorBench = typeof bench;
Object.assign(window, { bench });
