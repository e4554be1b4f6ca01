import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import type { Failed } from '../polling/use-polled.ts';
import { useConversationWords } from './words.ts';

/** In place of what could not be fetched. It is tried again by itself, and at once for who asks. */
export function Unreachable({ failed }: { failed: Failed }) {
  const { announce } = usePanel();
  const { t } = useConversationWords();
  const { t: app } = useWords();
  const asked = useRef(false);

  // Who asked hears that it was in vain once more; what is tried by itself fails in silence.
  useEffect(() => {
    if (!asked.current || failed.trying) return;
    asked.current = false;
    announce(t('failedTitle'));
  }, [failed]);

  return (
    <EmptyState
      icon={icons.offline}
      title={t('failedTitle')}
      action={
        <Button
          busy={failed.trying}
          onClick={() => {
            asked.current = true;
            failed.again();
          }}
        >
          {app('tryAgain')}
        </Button>
      }
    >
      {t('failedText')}
    </EmptyState>
  );
}
