import { z } from 'zod';
import { limits } from './limits.ts';

/**
 * The shapes drawn on a picture as they cross the wire. What each kind of shape is made of is shared/annotate's
 * business (its strict reader is model/parse.ts, and nothing of this is shown before it was read by that); here
 * only the frame is fixed and everything is bounded, so that new kinds need no new server.
 */

/** Far beyond every coordinate of a picture, and short when it is written out. */
const number = z.number().min(-1_000_000).max(1_000_000);
const point = z.object({ x: number, y: number }).strict();

const shape = z
  .object({ id: z.string().regex(/^[\w-]{1,40}$/), kind: z.string().regex(/^[a-z]{1,20}$/) })
  .catchall(z.union([number, z.string(), z.boolean(), z.array(number), point, z.null()]));

const bytesOf = (data: unknown) => new TextEncoder().encode(JSON.stringify(data)).byteLength;

/**
 * `width` and `height` must be those of the picture that goes with it, in pixels. To whoever sends or keeps it, it
 * is data without a type: only shared/annotate looks into it.
 */
export const annotation: z.ZodType<Record<string, unknown>> = z
  .object({
    version: z.literal(1),
    width: z.int().min(1).max(limits.imageSide),
    height: z.int().min(1).max(limits.imageSide),
    /** What is sent has been cut already. */
    crop: z.null().optional(),
    shapes: z.array(shape).max(limits.annotationShapes),
  })
  .strict()
  .refine((data) => bytesOf(data) <= limits.annotationBytes, 'annotation is too large');
