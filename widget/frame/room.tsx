import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { Failed } from './failed.tsx';

type State<Props> = { view: ComponentType<Props> } | 'loading' | 'failed';

/** A view that is fetched when it is first shown, with a way out when that fails. */
export function room<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  return function Room(props: Props) {
    const { core } = usePanel();
    const { t } = useWords();
    const [state, setState] = useState<State<Props>>(() => (loaded ? { view: loaded } : 'loading'));

    useEffect(() => {
      if (state !== 'loading') return;
      load().then(
        (view) => {
          loaded = view;
          setState({ view });
        },
        (problem) => {
          core.report(problem);
          setState('failed');
        },
      );
    }, [state]);

    if (state === 'failed') return <Failed again={() => setState('loading')} />;
    return state === 'loading' ? <p class="quiet">{t('loading')}</p> : <state.view {...props} />;
  };
}
