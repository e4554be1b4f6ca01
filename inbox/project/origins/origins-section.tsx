import { useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { alert, plus, trash } from '../../../shared/ui/icons.ts';
import type { Result } from '../../data/result.ts';
import { useText } from '../../settings/text.ts';
import { SaveBar, Section, useEdited } from '../section.tsx';
import { texts } from '../texts.ts';
import { type OriginProblem, withOrigin } from './origin.ts';

/** Which pages may use the project's key. */
export function Origins(props: {
  origins: readonly string[];
  mayEdit: boolean;
  save: (origins: readonly string[]) => Promise<Result<unknown>>;
}) {
  const { mayEdit } = props;
  const t = useText(texts);
  const edited = useEdited('origins', props.origins, props.save);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<OriginProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const origins = edited.value;
  const field = () => form.current?.querySelector('input');

  /** The origins with what stands in the field; null where that means none. */
  const taken = (): readonly string[] | null => {
    if (typed.trim() === '') return origins;
    const next = withOrigin(origins, typed);
    if (!next.ok) {
      setProblem(next.problem);
      field()?.focus();
      return null;
    }
    setTyped('');
    setProblem(null);
    edited.change(next.origins);
    return next.origins;
  };
  const remove = (origin: string, place: number) => {
    edited.change(origins.filter((one) => one !== origin));
    const buttons = form.current?.querySelectorAll<HTMLElement>('.origin button');
    // The row goes: the next one, the one before it, or the field takes the focus.
    (buttons?.[place + 1] ?? buttons?.[place - 1] ?? field())?.focus();
  };

  return (
    <Section title={t('origins')} about={t('origins_about')}>
      <form
        ref={form}
        class="setting-form"
        onSubmit={(event) => {
          event.preventDefault();
          const all = taken();
          if (all && all !== props.origins) void edited.save(all);
        }}
      >
        {origins.length === 0 ? (
          <p class="quiet-box">{t('no_origins')}</p>
        ) : (
          <ul class="origins">
            {origins.map((origin, place) => (
              <li key={origin} class="origin">
                <bdi dir="ltr">{origin === '*' ? t('every_origin') : origin}</bdi>
                {mayEdit && (
                  <IconButton
                    icon={trash}
                    label={t('remove_origin', { origin })}
                    disabled={edited.busy}
                    onClick={() => remove(origin, place)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {origins.includes('*') && (
          <p class="setting-warning">
            <Icon path={alert} size={16} /> {t('every_origin_warning')}
          </p>
        )}
        {mayEdit && (
          <>
            <div class="setting-line">
              <TextField
                label={t('add_origin')}
                hint={t('add_origin_hint')}
                placeholder={t('origin_example')}
                dir="ltr"
                inputMode="url"
                autoCapitalize="off"
                spellcheck={false}
                value={typed}
                error={problem ? t(problem) : undefined}
                onValue={(text) => {
                  setTyped(text);
                  setProblem(null);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || typed.trim() === '') return;
                  event.preventDefault();
                  taken();
                }}
              />
              <Button icon={plus} onClick={() => void taken()}>
                {t('add')}
              </Button>
            </div>
            <SaveBar
              edited={{
                ...edited,
                changed: edited.changed || typed.trim() !== '',
                discard: () => {
                  setTyped('');
                  setProblem(null);
                  edited.discard();
                },
              }}
            />
          </>
        )}
      </form>
    </Section>
  );
}
