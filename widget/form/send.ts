import type { FormKind } from '../app/place.ts';
import type { Core } from '../loader/core.ts';
import { outgoingAttachments } from '../picture/attachment.ts';
import { beforeSend, filesOf } from '../sending/before-send.ts';
import { openSender } from '../sending/open.ts';
import { leftOut } from './context/choices.ts';
import { contextToSend } from './context/shown.ts';
import { contextWords } from './context/words.ts';
import type { FormState } from './form-state.ts';

/**
 * Hands what was written to the outbox, with all that goes along.
 * @param email the address in the form, or the one that the page has named
 * @returns the outbox's id of it; or why the page did not let it go, in a sentence
 */
export async function send(
  core: Core,
  kind: FormKind,
  form: FormState,
  email: string,
): Promise<{ item: string } | { problem: string }> {
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
  if (!message) return { problem: contextWords(core)('vetoed') };
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
