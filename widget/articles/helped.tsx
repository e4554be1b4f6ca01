import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { addSheet } from '../frame/sheet.ts';
import css from '../sending/sending.css?inline';
import { useArticleWords } from './words.ts';

/** Thanks for saying that an article answered the question, and the ways on: out, another one, or it did not after all. */
export function Helped({ onAnother, onUndo }: { onAnother: () => void; onUndo: () => void }) {
  const { core, open, go, announce } = usePanel();
  const { t } = useArticleWords();
  addSheet(core.shadow, css);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
    announce(t('thanks'));
  }, []);
  // However the panel is closed, it opens at home again: thanks are said once.
  useEffect(() => {
    if (!open) go({ at: 'home' });
  }, [open]);

  return (
    <div class="outcome good">
      <Icon path={icons.check} size={28} />
      <h3 ref={heading} tabIndex={-1}>
        {t('thanks')}
      </h3>
      <p>{t('thanksText')}</p>
      <div class="choices">
        <Button variant="primary" onClick={() => core.close()}>
          {t('close')}
        </Button>
        <Button onClick={onAnother}>{t('another')}</Button>
        <Button variant="ghost" onClick={onUndo}>
          {t('undo')}
        </Button>
      </div>
    </div>
  );
}
