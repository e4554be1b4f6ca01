import './pictures.css';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Spinner } from '../../shared/ui/status.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { PictureProblem } from './thumbnail.tsx';
import { type Bucket, useSignedUrl } from './use-signed-url.ts';

/** Hands on the picture's address once it is known; `said` shows waiting and failure. */
export function FullPicture(props: {
  bucket: Bucket;
  path: string;
  said?: boolean;
  children: (url: string, onBroken: () => void) => ComponentChild;
}) {
  const t = useText(shell);
  const { load, retry } = useSignedUrl(props.bucket, props.path);
  // Which address leads to no picture: the next one may.
  const [broken, setBroken] = useState<typeof load | null>(null);
  if (load.state === 'ready' && broken !== load)
    return <>{props.children(load.value, () => setBroken(load))}</>;
  if (!props.said) return null;
  if (load.state === 'loading') return <Spinner label={t('loading')} />;
  return (
    <div role="alert">
      <PictureProblem onRetry={retry} />
    </div>
  );
}
