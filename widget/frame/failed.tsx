import { Button } from '../../shared/ui/button.tsx';
import { useWords } from '../app/words.ts';

/** In place of a view that could not be fetched or drawn. */
export function Failed({ again }: { again: () => void }) {
  const { t } = useWords();
  return (
    <div class="intro" role="alert">
      <p>{t('unavailable')}</p>
      <Button onClick={again}>{t('tryAgain')}</Button>
    </div>
  );
}
