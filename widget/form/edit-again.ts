import type { Panel } from '../app/panel.ts';
import { formKinds } from '../app/place.ts';
import { restore } from '../picture/room.tsx';
import type { OutgoingConversation } from '../sending/outgoing.ts';
import type { ChangeForm } from './form-state.ts';

/** Back into the form with what the server would not take; pictures as they were, with their shapes burnt in. */
export async function editAgain(
  { request, attachments: sent }: OutgoingConversation,
  change: ChangeForm,
  go: Panel['go'],
): Promise<void> {
  const { body: text, email = '' } = request;
  change((before) => ({ ...before, text, email }));
  go({ at: 'form', kind: formKinds.find((each) => each === request.kind) ?? 'bug' });
  const attachments = await restore(sent);
  change((before) => ({ ...before, attachments }));
}
