import { Hono } from 'hono';
import { reserveUpload } from '../../../../shared/domain/widget.ts';
import { finalise, named, reserve } from '../../_shared/uploads.ts';
import { sweepUploads } from '../sweep.ts';
import { nothing, visitorRoute } from '../visitor.ts';

/** The way of a picture or file: reserve, PUT to Storage, finalise. */
export const uploads = new Hono()
  .post(
    '/',
    visitorRoute(reserveUpload, async ({ platform, request, caller, input }) => {
      const args = { caller, input: named(input) };
      const reserved = await reserve(platform, request, { name: 'widget_reserve_upload', args });
      if (reserved.ok) sweepUploads(platform, caller.project);
      return reserved;
    }),
  )
  .post(
    '/:id/finalise',
    visitorRoute(nothing, ({ platform, caller, id }) =>
      finalise(platform, { name: 'widget_upload', args: { caller, upload: id } }),
    ),
  );
