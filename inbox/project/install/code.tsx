import { Button } from '../../../shared/ui/button.tsx';
import { copy } from '../../../shared/ui/icons.ts';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import { copyText } from '../../view/copy-text.ts';
import { texts } from '../texts.ts';

/** Lines of code with a button that copies them. */
export function Code({ label, text }: { label: string; text: string }) {
  const t = useText(texts);
  const copyCode = useCopy();
  return (
    <div class="code">
      <section aria-label={label} dir="ltr">
        <pre translate={false}>
          <code>{text}</code>
        </pre>
      </section>
      <Button icon={copy} onClick={() => copyCode(text)}>
        {t('copy')}
      </Button>
    </div>
  );
}

/** Copies, and tells what came of it. */
export function useCopy(): (text: string) => void {
  const t = useText(shell);
  return (text) => void copyText(text, t('copied'), t('not_copied'));
}
