import './pictures.css';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { refresh } from '../../shared/ui/icons.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { type Bucket, useSignedUrl } from './use-signed-url.ts';

export type Picture = {
  id: string;
  path: string;
  width: number | null;
  height: number | null;
  /** What was drawn on it, as it was sent. */
  annotation?: unknown;
  /** Where the same picture lies without its marks. */
  clean_path?: string | null;
};

/** A picture that opens at full size. Keeps its place while it loads. */
export function Thumbnail(props: {
  bucket: Bucket;
  picture: Picture;
  label: string;
  onOpen: () => void;
  alt?: string | undefined;
  class?: string | undefined;
}) {
  const { bucket, picture, label, onOpen, alt = '', class: look = 'thumbnail' } = props;
  return (
    <PictureImage
      bucket={bucket}
      picture={picture}
      alt={alt}
      // What failed is no button: it holds the one that tries again.
      frame={(content, failed) =>
        failed ? (
          <div class={`${look} thumbnail-failed`}>{content}</div>
        ) : (
          <button type="button" class={look} aria-label={label} onClick={onOpen}>
            {content}
          </button>
        )
      }
    />
  );
}

/** The picture itself, or what went wrong with it and a way to try again. */
export function PictureImage(props: {
  bucket: Bucket;
  picture: Picture;
  alt: string;
  /** Puts something around it; `failed` while it holds the button that tries again. */
  frame?: ((content: ComponentChild, failed: boolean) => ComponentChild) | undefined;
}) {
  const { bucket, picture, alt, frame = (content) => content } = props;
  const { load, retry } = useSignedUrl(bucket, picture.path);
  const [broken, setBroken] = useState(false);
  const [again, setAgain] = useState(false);
  const size = { width: picture.width ?? undefined, height: picture.height ?? undefined };
  const ratio = picture.width && picture.height ? `${picture.width} / ${picture.height}` : '16 / 10';
  const waiting = load.state === 'loading';
  if (load.state === 'failed' || broken || (waiting && again)) {
    const tryAgain = () => {
      setBroken(false);
      setAgain(true);
      retry();
    };
    return <>{frame(<PictureProblem ratio={ratio} busy={waiting} onRetry={tryAgain} />, true)}</>;
  }
  return (
    <>
      {frame(
        waiting ? (
          <span class="picture-waiting" style={{ aspectRatio: ratio }} />
        ) : (
          <img
            src={load.value}
            alt={alt}
            {...size}
            loading="lazy"
            decoding="async"
            onError={() => setBroken(true)}
          />
        ),
        false,
      )}
    </>
  );
}

/** A picture that could not be read, with a way to ask again. */
export function PictureProblem(props: {
  onRetry: () => void;
  busy?: boolean | undefined;
  ratio?: string | undefined;
}) {
  const t = useText(shell);
  return (
    <div class="picture-missing" style={props.ratio ? { aspectRatio: props.ratio } : {}}>
      <p>{t('picture_missing')}</p>
      <Button icon={refresh} busy={props.busy} title={t('picture_missing')} onClick={props.onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
