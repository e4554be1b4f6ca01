import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { addSheet } from '../frame/sheet.ts';
import type { Picture } from './picture.ts';
import css from './pictures.css?inline';
import type { ChangePictures, Way } from './ways.ts';
import { pictureWords } from './words.ts';

export * from './ways/more.tsx';
export * from './ways/take.ts';

/** The pictures beside a message, each to be drawn on again or removed. */
export function PictureList(props: {
  list: readonly Picture[];
  change: ChangePictures;
  take: (way: Way) => void;
}) {
  const { change, take } = props;
  const { core } = usePanel();
  const t = pictureWords(useWords().locale);
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  if (props.list.length === 0) return null;
  return (
    <ul class="strip" aria-label={t('list')}>
      {props.list.map((picture, index) => (
        <li key={picture.key}>
          <button
            type="button"
            class="thumb"
            aria-label={t('edit', { count: index + 1 })}
            onClick={() => take(picture)}
          >
            <Thumbnail of={picture} />
          </button>
          <IconButton
            icon={icons.close}
            label={t('remove', { count: index + 1 })}
            onClick={() => change((all) => all.filter((each) => each !== picture))}
          />
        </li>
      ))}
    </ul>
  );
}

/** Drawn on a canvas: the page's policy may forbid pictures by blob address. */
function Thumbnail({ of }: { of: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = 300 / Math.max(of.flat.width, of.flat.height);
    element.width = Math.round(of.flat.width * scale);
    element.height = Math.round(of.flat.height * scale);
    context.imageSmoothingQuality = 'high';
    context.drawImage(of.flat, 0, 0, element.width, element.height);
  }, [of]);
  return <canvas ref={canvas} />;
}
