import type { Context as WireContext } from '../../shared/domain/context.ts';
import type { Core } from '../loader/core.ts';
import type { Context, Outgoing } from '../public.ts';
import { tidyContext } from './tidy-context.ts';

/** How long a host may think about one message, in ms; then it does not go. */
const patience = 10_000;

/** As much of the core as it takes. */
type Telling = Pick<Core, 'options' | 'emit' | 'report'>;

/** What is about to go, in the widget's own words. */
export type Message = Omit<Outgoing, 'context'> & { context?: WireContext };
/** The same as it may go: what the host made of its texts, its context and its answers. */
export type Checked = Omit<Outgoing, 'context'> & { context?: Context };

/**
 * Shows a message to the host's `beforeSend`, if there is one, before it goes into the outbox. Null where the host
 * does not let it go: by saying so, by failing, by answering nothing or by taking too long. The event `failed` has
 * then been emitted with the code `vetoed`, and nothing may be sent.
 *
 *     const checked = await beforeSend(core, { type: 'reply', body, files: filesOf(attachments) });
 *     if (checked) await sender.enqueue({ … checked.body … });
 */
export async function beforeSend(core: Telling, message: Message): Promise<Checked | null> {
  const { context, ...rest } = message;
  const shown: Checked = { ...rest, ...(context && { context: tidyContext(context) }) };
  if (typeof core.options.beforeSend !== 'function') return shown;
  try {
    // A copy: what the host keeps of it and changes later changes nothing.
    const answer = await inTime(core.options.beforeSend(structuredClone(shown)));
    if (answer !== null) return changed(shown, answer);
  } catch (problem) {
    core.report(problem);
  }
  core.emit('failed', { type: message.type, code: 'vetoed', willRetry: false });
  return null;
}

/** Names, types and sizes of what goes along, as `Message.files` lists them. */
export function filesOf(
  attachments: readonly { name?: string; contentType: string; blob: Blob }[],
): Outgoing['files'] {
  return attachments.map(({ name = '', contentType, blob }) => ({ name, contentType, bytes: blob.size }));
}

/** What of the host's answer counts. Type, kind and files are as they were; a text may not become empty. */
function changed(message: Checked, answer: unknown): Checked {
  if (typeof answer !== 'object' || answer === null)
    throw new TypeError('beforeSend gave nothing back: give back the message, or null to keep it from going');
  const { body, email, context, answers }: { [Key in keyof Outgoing]?: unknown } = answer;
  const { type, kind, files } = message;
  const text = typeof body === 'string' ? body.trim() : '';
  if (message.body !== undefined && text === '') throw new TypeError('beforeSend left no text');
  return {
    type,
    ...(kind && { kind }),
    ...(text && { body: text }),
    ...(typeof email === 'string' && email.trim() && { email: email.trim() }),
    ...(message.context && { context: tidyContext(context) }),
    ...(message.answers && { answers: isRecord(answers) ? structuredClone(answers) : {} }),
    files,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function inTime<Answer>(answer: Answer | Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`beforeSend gave no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
