import { Button } from '../../shared/ui/button.tsx';
import { alert, offline, refresh } from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import type { Failure } from '../data/result.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

/** A view that could not be read: why, and the way on. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) {
  const t = useText(shell);
  return (
    <div role="alert" class="failure">
      <EmptyState
        icon={failure === 'offline' ? offline : alert}
        title={t(`failure_${failure}_title`)}
        action={
          onRetry &&
          failure !== 'not_found' && (
            <Button icon={refresh} onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {t(`failure_${failure}`)}
      </EmptyState>
    </div>
  );
}
