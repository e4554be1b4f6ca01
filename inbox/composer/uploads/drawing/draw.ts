import { encodeSent } from '../../../../shared/annotate/encode-sent.ts';
import type { History } from '../../../../shared/annotate/model/history.ts';
import type { Cargo } from '../prepare.ts';

/**
 * What is sent of a picture that was drawn on: with everything burnt in, and without the marks where there are some to
 * hide. Null where it cannot be made.
 */
export async function drawn(
  image: HTMLCanvasElement,
  history: History,
  name: string,
): Promise<{
  picture: Cargo;
  marked: { clean: Cargo | null; annotation: Record<string, unknown> } | null;
} | null> {
  const sent = await encodeSent(image, history.present);
  if (!sent.ok) return null;
  const { picture, annotation, clean } = sent.value;
  const cargo = ({ blob, contentType }: typeof picture): Cargo => ({ blob, contentType, name });
  return {
    picture: cargo(picture),
    marked: annotation && { annotation, clean: clean && cargo(clean) },
  };
}
