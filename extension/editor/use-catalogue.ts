import { useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/ask.ts';
import type { AskError } from '../messages/protocol.ts';
import { read } from '../settings/kept.ts';
import type { Catalogue, Habits } from '../settings/keys.ts';

export type KnownCatalogue =
  | { kind: 'loading' }
  | { kind: 'failed'; error: AskError; retry: () => void }
  | { kind: 'known'; catalogue: Catalogue };

/** Boards and competitors of a project; loaded anew when `projectId` changes. */
export function useCatalogue(projectId: string | null): KnownCatalogue {
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<KnownCatalogue & { of?: string | null }>({ kind: 'loading' });
  useEffect(() => {
    if (projectId === null) return;
    let left = false;
    setKnown({ kind: 'loading' });
    void ask('catalogue', { projectId }).then((answer) => {
      if (left) return;
      setKnown(
        answer.ok
          ? { kind: 'known', catalogue: answer.value, of: projectId }
          : { kind: 'failed', error: answer.error, retry: () => setAttempt((count) => count + 1) },
      );
    });
    return () => {
      left = true;
    };
  }, [projectId, attempt]);
  // Until the effect has run, what is known still belongs to the project before.
  return known.kind === 'known' && known.of !== projectId ? { kind: 'loading' } : known;
}

/** What was chosen last time; null until it is read. */
export function useHabits(): Habits | null {
  const [habits, setHabits] = useState<Habits | null>(null);
  useEffect(() => {
    void read('habits').then((kept) => setHabits(kept ?? { boards: {} }));
  }, []);
  return habits;
}
