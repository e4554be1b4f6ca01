import './pictures.css';
import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { image, refresh } from '../../shared/ui/icons.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { type Bucket, useSignedUrl } from './use-signed-url.ts';

export type Picture = { id: string; path: string; width: number | null; height: number | null };

/** A small picture that opens at full size. Keeps its place while it loads. */
export function Thumbnail(props: { bucket: Bucket; picture: Picture; label: string; onOpen: () => void }) {
  const { bucket, picture, label, onOpen } = props;
  return (
    <button type="button" class="thumbnail" aria-label={label} onClick={onOpen}>
      <PictureImage bucket={bucket} picture={picture} alt="" />
    </button>
  );
}

/** The picture itself, or what went wrong with it. */
export function PictureImage(props: {
  bucket: Bucket;
  picture: Picture;
  alt: string;
  class?: string | undefined;
}) {
  const { bucket, picture, alt } = props;
  const t = useText(shell);
  const { load } = useSignedUrl(bucket, picture.path);
  const [broken, setBroken] = useState(false);
  const size = { width: picture.width ?? undefined, height: picture.height ?? undefined };
  const ratio = picture.width && picture.height ? `${picture.width} / ${picture.height}` : '16 / 10';
  if (load.state === 'failed' || broken)
    return (
      <span class="picture-missing" style={{ aspectRatio: ratio }}>
        <Icon path={image} /> {t('picture_missing')}
      </span>
    );
  if (load.state === 'loading') return <span class="picture-waiting" style={{ aspectRatio: ratio }} />;
  return (
    <img
      class={props.class}
      src={load.value}
      alt={alt}
      {...size}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(true)}
    />
  );
}

/** A picture that could not be read, with a way to ask again. */
export function PictureProblem({ onRetry }: { onRetry: () => void }) {
  const t = useText(shell);
  return (
    <p class="picture-missing" role="alert">
      {t('picture_missing')}{' '}
      <button type="button" class="hb-button hb-secondary" onClick={onRetry}>
        <Icon path={refresh} size={16} /> {t('retry')}
      </button>
    </p>
  );
}
