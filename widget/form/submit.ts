import type { FormKind } from '../app/place.ts';
import { loadWords } from '../app/words.ts';
import type { Core } from '../loader/core.ts';
import { outgoingAttachments } from '../picture/attachment.ts';
import { beforeSend, filesOf } from '../sending/before-send.ts';
import { openSender } from '../sending/open.ts';
import { checkEmail, checkText } from './check.ts';
import { leftOut } from './context/choices.ts';
import { contextToSend } from './context/shown.ts';
import { contextWords } from './context/words.ts';
import { emailOf } from './email/email.ts';
import type { FormState } from './form-state.ts';

/** Why a message does not go, in sentences: what is wrong with a field, or with all of it. */
export interface Refusal {
  readonly text?: string;
  readonly email?: string;
  readonly problem?: string;
}

/**
 * Looks at what was written and hands it to the outbox, with all that goes along.
 * @returns the outbox's id of it, or why it does not go
 */
export async function submit(
  core: Core,
  kind: FormKind,
  form: FormState,
): Promise<{ item: string } | Refusal> {
  // Without the address that the page has named where that cannot be fetched: the server knows it.
  const email = (form.email ?? (await emailOf(core).catch(() => ''))).trim();
  const words = contextWords(core);
  const missing = checkText(form.text);
  const wrong = !checkEmail(email) && { email: words('emailWrong') };
  if (missing?.kind === 'missing') return { text: (await loadWords(core)).t('textMissing'), ...wrong };
  // Too long is said while one types.
  if (missing || wrong) return { ...wrong };

  const sender = await openSender(core);
  const attachments = outgoingAttachments(form.attachments);
  const message = await beforeSend(core, {
    type: 'conversation',
    kind,
    body: form.text.trim(),
    context: await contextToSend(core),
    ...(email && { email }),
    files: filesOf(attachments),
  });
  if (!message) return { problem: words('vetoed') };
  const { id } = await sender.enqueue({
    kind: 'conversation',
    payload: {
      request: {
        kind,
        body: message.body ?? '',
        locale: core.locale(),
        ...(message.context && { context: message.context }),
        ...(message.email && { email: message.email }),
        ...(kind === 'question' && !leftOut(core).has('articles') ? { suggestionSession: form.session } : {}),
      },
      attachments,
    },
  });
  return { item: id };
}
