import type { Sender, Unsent } from './open.ts';
import { useSendingWords } from './words.ts';

/** Says that a message is lost with the page, where nothing can be kept. */
export function Trouble({ entry, sender }: { entry: Unsent; sender: Sender }) {
  const t = useSendingWords();
  if (!sender.trouble || sender.outlives(entry.id)) return null;
  return (
    <p class="lost" role="alert">
      {t(sender.trouble)}
    </p>
  );
}
