import type { Locale } from '../../shared/domain/nouns.ts';
import type { FormKind } from '../app/place.ts';
import type { Core } from '../loader/core.ts';
import { outgoingPictures } from '../picture/picture.ts';
import { openSender } from '../sending/open.ts';
import { collectContext } from './context.ts';
import type { FormState } from './form-state.ts';

/** Hands what was written to the outbox, with all that goes along. @returns the outbox's id of it */
export async function send(core: Core, kind: FormKind, form: FormState, locale: Locale): Promise<string> {
  const sender = await openSender(core);
  const email = form.email.trim();
  const { id } = await sender.enqueue({
    kind: 'conversation',
    payload: {
      request: {
        kind,
        body: form.text.trim(),
        locale,
        context: collectContext(window, locale),
        ...(email ? { email } : {}),
        ...(kind === 'question' ? { suggestionSession: form.session } : {}),
      },
      attachments: outgoingPictures(form.pictures),
    },
  });
  return id;
}
