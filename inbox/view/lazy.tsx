import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { FailureState } from './failure.tsx';

/** A view whose code is fetched when it is first shown. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const t = useText(shell);
    const [Room, setRoom] = useState<ComponentType<Props> | null>(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Room) return;
      load().then(
        (loaded) => {
          known = loaded;
          setRoom(() => loaded);
        },
        () => setFailed(true),
      );
    }, []);
    if (Room) return <Room {...props} />;
    // A new version may have taken the place of the files this page knows: only a reload finds them.
    if (failed) return <FailureState failure="offline" onRetry={() => location.reload()} />;
    return (
      <div class="page">
        <Skeleton lines={8} label={t('loading')} />
      </div>
    );
  };
}
