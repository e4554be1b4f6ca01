import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messageLength } from '../../shared/domain/message-length.ts';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons-first.ts';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { usePanel } from '../app/panel.ts';
import type { FormKind } from '../app/place.ts';
import { useWords } from '../app/words.ts';
import { room } from '../frame/room.tsx';
import type { Core } from '../loader/core.ts';
import { useAttachments } from '../picture/attachments.tsx';
import { openSender } from '../sending/open.ts';
import { dropDraft, keepDraft } from './draft/draft.ts';
import { type ChangeForm, emptyForm, type FormState } from './form-state.ts';
import type { Refusal } from './submit.ts';

const WhatIsSent = room(async () => (await import('./context/what-is-sent.tsx')).WhatIsSent);
const Named = room(async () => (await import('./email/named.tsx')).Named, 'optional');
const Suggestions = room(async () => (await import('../articles/suggestions.tsx')).Suggestions);

/** What it takes to send: fetched when the first word is written, for it may be needed without a network. */
const sendRoom = (core: Core) =>
  Promise.all([import('./submit.ts'), openSender(core), import('../sending/sending-view.tsx')]);

/** Text, pictures and files, an address if one likes, and sight of all that goes with it. */
export function Form({ kind, form, change }: { kind: FormKind; form: FormState; change: ChangeForm }) {
  const { core, go } = usePanel();
  const { t } = useWords();
  const [sending, setSending] = useState(false);
  const [refusal, refuse] = useState<Refusal>({});
  const [curious, setCurious] = useState<boolean>();
  const [reading, setReading] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const attachments = useAttachments(form.attachments, (update) =>
    change((before) => ({ ...before, attachments: update(before.attachments) })),
  );

  const begun = form.text !== '';
  useEffect(() => {
    if (begun) sendRoom(core).catch(core.report);
  }, [core, begun]);
  // At once and not after the next paint: the page may be left with the last letter.
  useLayoutEffect(() => keepDraft(core, kind, form), [core, kind, form]);
  useEffect(() => {
    if (form.attachments.length > 0 || core.store.get('files'))
      import('./draft/files.ts').then((room) => room.keepFiles(core, form, change)).catch(core.report);
  }, [form.attachments, form.session]);
  const left = messageLength - form.text.trim().length;
  const edit = (part: Partial<FormState>) => {
    refuse({});
    change((before) => ({ ...before, ...part }));
  };
  const empty = () => {
    dropDraft(core, form.session);
    change(() => emptyForm());
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (sending || attachments.busy) return;
    setSending(true);
    refuse({});
    let refused: Refusal = { problem: t('unavailable') };
    try {
      const [room] = await sendRoom(core);
      const sent = await room.submit(core, kind, form);
      if ('item' in sent) {
        empty();
        return go({ at: 'sending', item: sent.item });
      }
      refused = sent;
    } catch (problem) {
      core.report(problem);
    }
    setSending(false);
    refuse(refused);
    if (!refused.problem)
      element.current
        ?.querySelector<HTMLElement>(refused.email && !refused.text ? 'input' : 'textarea')
        ?.focus();
  };

  return (
    <form class={reading ? 'form reading' : 'form'} ref={element} noValidate>
      <div class="fields">
        <TextArea
          label={t(`${kind}Text`)}
          rows={5}
          readOnly={sending}
          value={form.text}
          onValue={(text) => edit({ text })}
          // Too long is said while one types, missing only to who wants to send.
          error={left < 0 ? t('textLong', { count: -left }) : refusal.text}
          hint={left >= 0 && left < 201 ? t('textLeft', { count: left }) : undefined}
        />
      </div>
      {kind === 'question' && (
        <Suggestions
          text={form.text}
          session={form.session}
          onReading={setReading}
          onHelped={() => {
            empty();
            return () => change(() => form);
          }}
        />
      )}
      <div class="fields">
        {attachments.view}
        {/* Whom the page has named need not write his address again. */}
        {form.email === null && (core.options.user || core.store.get('user')) ? (
          <Named write={(email) => edit({ email })} />
        ) : (
          <TextField
            label={t('email')}
            type="email"
            autocomplete="email"
            value={form.email ?? ''}
            onValue={(email) => edit({ email })}
            hint={t('emailHint')}
            error={refusal.email}
          />
        )}
        <details onToggle={(event) => setCurious(event.currentTarget.open)}>
          <summary>{t('context')}</summary>
          {curious !== undefined && (
            <WhatIsSent shown={curious} question={kind === 'question' ? form.session : null} />
          )}
        </details>
      </div>
      <div class="actions">
        {refusal.problem && (
          <p class="hb-error" role="alert">
            {refusal.problem}
          </p>
        )}
        {/* On the button, which Enter in a field presses, too: a sandboxed frame may know no submitting. */}
        <Button
          type="submit"
          variant="primary"
          icon={icons.send}
          busy={sending || attachments.busy}
          onClick={send}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
