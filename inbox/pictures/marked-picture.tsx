import './pictures.css';
import { useRef, useState } from 'preact/hooks';
import { Spinner } from '../../shared/ui/status.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { FullPicture } from './full-picture.tsx';
import { readMarks, writtenOn } from './marks/marks.ts';
import { pictures } from './marks/texts.ts';
import type { Picture } from './thumbnail.tsx';
import type { Bucket } from './use-signed-url.ts';

/**
 * A picture at full size, with its marks or without. The image without marks is fetched when it is first wanted; from
 * then on both stay in place, so that nothing flickers when one takes the other's.
 * @param size in CSS px
 */
export function MarkedPicture(props: {
  bucket: Bucket;
  picture: Picture;
  withoutMarks: boolean;
  size: { width: number; height: number };
  onDblClick: () => void;
}) {
  const { bucket, picture, withoutMarks, size, onDblClick } = props;
  const say = useText(shell);
  const t = useText(pictures);
  const [cleanLoaded, setCleanLoaded] = useState(false);
  const wanted = useRef(false);
  wanted.current ||= withoutMarks;
  const cleanShown = withoutMarks && cleanLoaded;
  const style = { inlineSize: `${size.width}px`, blockSize: `${size.height}px` };
  const texts = writtenOn(readMarks(picture.annotation), t);
  const alt = texts ? t('picture_with', { texts }) : say('picture');
  const shared = { style, onDblClick, decoding: 'sync' } as const;
  return (
    <div class="viewer-picture">
      <FullPicture bucket={bucket} path={picture.path} said>
        {(url, onBroken) => (
          <img
            {...shared}
            src={url}
            alt={alt}
            class={cleanShown ? 'viewer-behind' : undefined}
            onError={onBroken}
          />
        )}
      </FullPicture>
      {wanted.current && picture.clean_path && (
        <FullPicture bucket={bucket} path={picture.clean_path} said={withoutMarks}>
          {(url, onBroken) => (
            <>
              <img
                {...shared}
                src={url}
                alt={t('picture_without')}
                class={cleanShown ? undefined : 'viewer-behind'}
                onLoad={() => setCleanLoaded(true)}
                onError={() => {
                  setCleanLoaded(false);
                  onBroken();
                }}
              />
              {withoutMarks && !cleanLoaded && (
                <span class="viewer-fetching">
                  <Spinner label={t('marks_loading')} />
                </span>
              )}
            </>
          )}
        </FullPicture>
      )}
    </div>
  );
}
