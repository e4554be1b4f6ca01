import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea, TextField } from '../../shared/ui/field.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import type { FormKind } from '../app/place.ts';
import { useWords } from '../app/words.ts';
import { room } from '../frame/room.tsx';
import type { Core } from '../loader/core.ts';
import { usePictures } from '../picture/pictures.tsx';
import { openSender } from '../sending/open.ts';
import { checkEmail, checkText } from './check.ts';
import { keepDraft } from './draft.ts';
import { type ChangeForm, emptyForm, type FormState } from './form-state.ts';

const WhatIsSent = room(async () => (await import('./what-is-sent.tsx')).WhatIsSent);
const Suggestions = room(async () => (await import('../articles/suggestions.tsx')).Suggestions);

/** What it takes to send: fetched when the first word is written, for it may be needed without a network. */
const sendRoom = (core: Core) =>
  Promise.all([import('./send.ts'), openSender(core), import('../sending/sending-view.tsx')]);

/** Text, pictures, an address if one likes, and sight of all that goes with it. */
export function Form({ kind, form, change }: { kind: FormKind; form: FormState; change: ChangeForm }) {
  const { core, go } = usePanel();
  const { t, locale } = useWords();
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [curious, setCurious] = useState(false);
  const [reading, setReading] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const pictures = usePictures(form.pictures, (update) =>
    change((before) => ({ ...before, pictures: update(before.pictures) })),
  );

  const begun = form.text !== '';
  useEffect(() => {
    if (begun) sendRoom(core).catch(core.report);
  }, [core, begun]);
  // At once and not after the next paint: the page may be left with the last letter.
  useLayoutEffect(() => keepDraft(core.store, { kind, text: form.text }), [core, kind, form.text]);

  const textProblem = checkText(form.text);
  const emailFine = checkEmail(form.email);
  const left = limits.messageLength - form.text.trim().length;
  // Too long is said while one types, missing only to who wants to send.
  const textError =
    textProblem?.kind === 'long'
      ? t('textLong', { count: textProblem.by })
      : tried && textProblem
        ? t('textMissing')
        : undefined;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (sending || pictures.busy) return;
    setTried(true);
    setFailure(null);
    if (textProblem || !emailFine) {
      element.current?.querySelector<HTMLElement>(textProblem ? 'textarea' : 'input')?.focus();
      return;
    }
    setSending(true);
    try {
      const [{ send }] = await sendRoom(core);
      const item = await send(core, kind, form, locale);
      keepDraft(core.store, null);
      change(() => emptyForm());
      go({ at: 'sending', item });
    } catch (problem) {
      core.report(problem);
      setFailure(t('unavailable'));
      setSending(false);
    }
  };

  return (
    <form class={reading ? 'form reading' : 'form'} ref={element} noValidate {...pictures.on}>
      <div class="fields">
        <TextArea
          label={t(`${kind}Text`)}
          rows={5}
          value={form.text}
          onValue={(text) => change((before) => ({ ...before, text }))}
          error={textError}
          hint={left >= 0 && left <= 200 ? t('textLeft', { count: left }) : undefined}
        />
      </div>
      {kind === 'question' && (
        <Suggestions
          text={form.text}
          session={form.session}
          onReading={setReading}
          onHelped={() => {
            keepDraft(core.store, null);
            change(() => emptyForm());
            return () => change(() => form);
          }}
        />
      )}
      <div class="fields">
        {pictures.view}
        <TextField
          label={t('email')}
          type="email"
          autocomplete="email"
          value={form.email}
          onValue={(email) => change((before) => ({ ...before, email }))}
          hint={t('emailHint')}
          error={tried && !emailFine ? t('emailWrong') : undefined}
        />
        <details onToggle={(event) => setCurious(event.currentTarget.open)}>
          <summary>{t('context')}</summary>
          {curious && <WhatIsSent />}
        </details>
      </div>
      <div class="actions">
        {failure && (
          <p class="hb-error" role="alert">
            {failure}
          </p>
        )}
        {/* On the button, which Enter in a field presses, too: a sandboxed frame may know no submitting. */}
        <Button
          type="submit"
          variant="primary"
          icon={icons.send}
          busy={sending || pictures.busy}
          onClick={submit}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
