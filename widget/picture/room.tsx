import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { usePanel } from '../app/panel.ts';
import { addSheet } from '../frame/sheet.ts';
import { type Attachment, isPicture, type Picture } from './attachment.ts';
import css from './attachments.css?inline';
import { FileList } from './files/file-list.tsx';
import type { ChangeAttachments, Way } from './ways.ts';
import { usePictureWords } from './words.ts';

export { chooseFiles } from './ways/choose-files.ts';
export * from './ways/more.tsx';
export * from './ways/take.ts';

/** What goes with a message: pictures, each to be drawn on again or removed, and files. */
export function AttachmentList(props: {
  list: readonly Attachment[];
  change: ChangeAttachments;
  take: (way: Way) => void;
}) {
  const { change, take } = props;
  const { core } = usePanel();
  const { t } = usePictureWords();
  const element = useRef<HTMLDivElement>(null);
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  const pictures = props.list.filter(isPicture);
  const files = props.list.filter((each) => !isPicture(each));
  const remove = (key: string) => {
    change((all) => all.filter((each) => each.key !== key));
    // Not lost with the button that had it: what adds one stands beside.
    element.current?.closest('.pictures')?.querySelector<HTMLElement>('.ways button')?.focus();
  };
  return (
    <div class="attached" ref={element} hidden={props.list.length === 0}>
      {pictures.length > 0 && (
        <ul class="strip" aria-label={t('list')}>
          {pictures.map((picture, index) => (
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
                onClick={() => remove(picture.key)}
              />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && <FileList files={files} remove={remove} />}
    </div>
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
