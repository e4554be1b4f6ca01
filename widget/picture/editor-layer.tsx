import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AnnotationEditor } from '../../shared/annotate/editor/editor.tsx';
import css from '../../shared/annotate/editor.css?inline';
import { emptyDocument } from '../../shared/annotate/model/document.ts';
import { startHistory } from '../../shared/annotate/model/history.ts';
import type { AnnotateStrings } from '../../shared/annotate/strings.ts';
import annotateEn from '../../shared/i18n/annotate/en.ts';
import annotateZh from '../../shared/i18n/annotate/zh-CN.ts';
import { Button } from '../../shared/ui/button.tsx';
import { usePanel } from '../app/panel.ts';
import { keepFocusIn } from '../frame/focus.ts';
import { addSheet } from '../frame/sheet.ts';
import { roomStrings } from '../frame/words.ts';
import layer from './editor-layer.css?inline';
import type { EditorRequest } from './editor-request.ts';
import { usePictureWords } from './words.ts';

/** The whole window for drawing on one picture. What is on screen when it is left is what is sent. */
export function EditorLayer({ request }: { request: EditorRequest }) {
  const { core } = usePanel();
  const { t } = usePictureWords();
  const strings = roomStrings<AnnotateStrings>(core, 'annotate', { en: annotateEn, 'zh-CN': annotateZh });
  addSheet(core.shadow, css);
  addSheet(core.shadow, layer);
  const { source, scale, hint, done } = request;
  const [start] = useState(() => request.history ?? startHistory(emptyDocument(source)));
  const [history, change] = useState(start);
  const element = useRef<HTMLDivElement>(null);
  // Into the picture, where the keys of the tools are heard; a screen reader says the dialog's name before it.
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('.hb-annotate-stage')?.focus(), []);

  return (
    <div
      ref={element}
      class="editor-layer"
      role="dialog"
      aria-modal="true"
      aria-labelledby="editor-title"
      aria-describedby={hint && 'editor-hint'}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        // A slip of the finger must not throw a drawing away.
        if (event.key === 'Escape' && history.present === start.present) done(null);
        else keepFocusIn(event.currentTarget, event);
      }}
    >
      <div class="head">
        <h2 id="editor-title">{t('title')}</h2>
        <Button onClick={() => done(null)}>{t('cancel')}</Button>
        <Button variant="primary" onClick={() => done(history)}>
          {t('use')}
        </Button>
      </div>
      {hint && (
        <p class="editor-hint" id="editor-hint">
          {hint}
        </p>
      )}
      <div class="editor-space">
        <AnnotationEditor
          image={source}
          history={history}
          onHistory={change}
          strings={strings}
          scale={scale}
        />
      </div>
    </div>
  );
}
