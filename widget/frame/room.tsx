import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { Failed } from './failed.tsx';

type State<Props> = { view: ComponentType<Props> } | 'loading' | 'failed';

/**
 * A view that is fetched when it is first shown, with a way out when that fails. One that is `optional` shows nothing
 * while it is not there.
 */
export function room<Props extends object>(load: () => Promise<ComponentType<Props>>, optional?: 'optional') {
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

    if (typeof state === 'object') return <state.view {...props} />;
    if (optional) return null;
    return state === 'failed' ? (
      <Failed again={() => setState('loading')} />
    ) : (
      <p class="quiet">{t('loading')}</p>
    );
  };
}
