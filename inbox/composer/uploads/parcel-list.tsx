import '../../thread/files/files.css';
import './uploads.css';
import { useRef } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { IconButton } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { close, file as fileIcon, image, pencil, refresh } from '../../../shared/ui/icons.ts';
import { Spinner } from '../../../shared/ui/status.tsx';
import { conversations } from '../../conversations/texts.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import { sizeInWords } from '../../thread/files/size.ts';
import type { Parcel } from './parcel.ts';

/** What is to go with the message: how far each is, and what can be done with it. */
export function ParcelList(props: {
  parcels: readonly Parcel[];
  mayDraw: (id: string) => boolean;
  onDraw: (id: string) => void;
  onRemove: (id: string) => void;
  onRetry: (id: string) => void;
}) {
  const { parcels, onRemove } = props;
  const t = useText(conversations);
  const list = useRef<HTMLUListElement>(null);
  if (parcels.length === 0) return null;
  const remove = (id: string, place: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('.parcel-remove');
    const next = buttons?.[place + 1] ?? buttons?.[place - 1];
    onRemove(id);
    // The row goes: the next one, the one before it, or the text takes the focus.
    (next ?? list.current?.closest('form')?.querySelector('textarea'))?.focus();
  };
  return (
    <ul ref={list} class="files parcels" aria-label={t('parcels')}>
      {parcels.map((parcel, place) => (
        <li key={parcel.id}>
          <Row {...props} parcel={parcel} onRemove={(id) => remove(id, place)} />
        </li>
      ))}
    </ul>
  );
}

function Row(
  props: Omit<Parameters<typeof ParcelList>[0], 'parcels'> & {
    parcel: Parcel;
  },
) {
  const { parcel, mayDraw, onDraw, onRemove, onRetry } = props;
  const { id, name, bytes, preview, state } = parcel;
  const t = useText(conversations);
  const say = useText(shell);
  const { locale } = usePreferences();
  const percent = state.kind === 'uploading' ? Math.round(state.share * 100) : null;
  const wrong =
    state.kind === 'unfit'
      ? t(`unfit_${state.why}`, { size: sizeInWords(locale, limits.fileBytes) })
      : state.kind === 'failed'
        ? `${t('upload_failed')} ${say(`failure_${state.failure}`)}`
        : null;
  return (
    <div class={`file parcel parcel-${state.kind}`}>
      {preview ? (
        <img class="parcel-preview" src={preview} alt="" />
      ) : (
        <Icon path={/\.(png|jpe?g|webp|gif)$/i.test(name) ? image : fileIcon} />
      )}
      <span class="file-words">
        <bdi class="file-name" title={name}>
          {name}
        </bdi>
        {wrong ? (
          <span class="parcel-wrong" role="alert">
            {wrong}
          </span>
        ) : (
          <span class="file-facts">
            {sizeInWords(locale, bytes)}
            {state.kind === 'preparing' && ` · ${t('preparing')}`}
            {percent !== null && ` · ${t('percent', { percent })}`}
          </span>
        )}
        {percent !== null && (
          <progress class="parcel-progress" max={100} value={percent} aria-label={t('uploading', { name })} />
        )}
      </span>
      {state.kind === 'preparing' && <Spinner />}
      {state.kind === 'failed' && (
        <IconButton icon={refresh} label={t('retry_file', { name })} onClick={() => onRetry(id)} />
      )}
      {mayDraw(id) && <IconButton icon={pencil} label={t('draw_on', { name })} onClick={() => onDraw(id)} />}
      <IconButton
        class="parcel-remove"
        icon={close}
        label={t('remove_file', { name })}
        onClick={() => onRemove(id)}
      />
    </div>
  );
}
