import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId, useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import type { Failure, Result } from '../data/result.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { notices } from '../view/notices.ts';
import { texts } from './texts.ts';

/** Told which sections hold changes that are not saved. */
export const UnsavedContext = createContext<(section: string, unsaved: boolean) => void>(() => {});

/** A titled part of the settings. */
export function Section(props: { title: string; about: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="card setting" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        <p class="muted">{props.about}</p>
      </header>
      {props.children}
    </section>
  );
}

/**
 * Something that is changed and then saved: what is typed, whether it differs from what is stored, and saving it.
 * @param stored what the server holds; what is typed follows it after each save
 * @param save writes, and puts what was written in the place of `stored`
 */
export function useEdited<Value>(
  name: string,
  stored: Value,
  save: (value: Value) => Promise<Result<unknown>>,
) {
  const tell = useContext(UnsavedContext);
  const [value, setValue] = useState(stored);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const t = useText(texts);
  const changed = JSON.stringify(value) !== JSON.stringify(stored);
  useLayoutEffect(() => tell(name, changed), [changed]);
  return {
    value,
    changed,
    busy,
    failure,
    change: (next: Value) => {
      setFailure(null);
      setValue(next);
    },
    discard: () => {
      setFailure(null);
      setValue(stored);
    },
    /** Writes `next`, which may be what was typed put in order. */
    save: async (next: Value) => {
      if (busy) return;
      setBusy(true);
      setFailure(null);
      const result = await save(next);
      setBusy(false);
      if (!result.ok) return setFailure(result.failure);
      setValue(next);
      notices.show({ text: t('saved') });
    },
  };
}

/** The foot of a section: save and discard, and why saving did not work. */
export function SaveBar(props: {
  edited: { changed: boolean; busy: boolean; failure: Failure | null; discard: () => void };
}) {
  const { changed, busy, failure, discard } = props.edited;
  const t = useText(texts);
  const say = useText(shell);
  return (
    <>
      {failure && (
        <p class="form-failure" role="alert">
          {t('not_saved')} {say(`failure_${failure}`)}
        </p>
      )}
      <footer class="setting-foot">
        <span class="muted" role="status">
          {changed ? t('unsaved') : ''}
        </span>
        {changed && (
          <Button variant="ghost" disabled={busy} onClick={discard}>
            {t('discard')}
          </Button>
        )}
        <Button type="submit" busy={busy} disabled={!changed}>
          {t('save')}
        </Button>
      </footer>
    </>
  );
}
