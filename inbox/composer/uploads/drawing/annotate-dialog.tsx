import '../../../../shared/annotate/editor.css';
import './annotate.css';
import { useState } from 'preact/hooks';
import { AnnotationEditor } from '../../../../shared/annotate/editor/editor.tsx';
import { emptyDocument } from '../../../../shared/annotate/model/document.ts';
import { type History, startHistory } from '../../../../shared/annotate/model/history.ts';
import annotateEn from '../../../../shared/i18n/annotate/en.ts';
import annotateZh from '../../../../shared/i18n/annotate/zh-CN.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Modal } from '../../../../shared/ui/dialog.tsx';
import { conversations } from '../../../conversations/texts.ts';
import { usePreferences } from '../../../settings/preferences.tsx';
import { useText } from '../../../settings/text.ts';
import { shell } from '../../../settings/texts.ts';
import type { Drawable } from '../prepare.ts';

/** The whole window for drawing on a picture before it is sent. */
export function AnnotateDialog(props: {
  name: string;
  drawable: Drawable;
  onDone: (history: History) => void;
  onClose: () => void;
}) {
  const { name, drawable, onDone, onClose } = props;
  const t = useText(conversations);
  const say = useText(shell);
  const { locale } = usePreferences();
  const [start] = useState(() => drawable.history ?? startHistory(emptyDocument(drawable.image)));
  const [history, change] = useState(start);
  return (
    <Modal
      class="annotate-dialog"
      aria-labelledby="annotate-title"
      // Into the picture, where the keys of the tools are heard; a screen reader says the dialog's name before it.
      begin=".hb-annotate-stage"
      // A slip of the finger must not throw a drawing away.
      onClose={() => history.present === start.present && onClose()}
    >
      <header class="annotate-head">
        <h2 id="annotate-title">{t('draw_on', { name })}</h2>
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button variant="primary" onClick={() => onDone(history)}>
          {t('draw_use')}
        </Button>
      </header>
      <div class="annotate-space">
        <AnnotationEditor
          image={drawable.image}
          history={history}
          onHistory={change}
          strings={locale === 'zh-CN' ? annotateZh : annotateEn}
        />
      </div>
    </Modal>
  );
}
