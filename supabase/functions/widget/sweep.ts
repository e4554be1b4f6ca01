import { z } from 'zod';
import type { Platform } from '../_shared/platform.ts';
import { rpc } from '../_shared/rpc.ts';
import { remove } from '../_shared/storage.ts';

/** Hosted functions may end with the answer; what is handed to waitUntil is finished first. */
declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void } | undefined;

async function sweep(platform: Platform, project: string): Promise<void> {
  const stale = await rpc(platform, 'widget_stale_uploads', { project_key: project }, z.array(z.string()));
  if (!stale.ok || stale.value.length === 0) return;
  const removed = await remove(platform, 'attachments', stale.value);
  if (removed.ok) await rpc(platform, 'widget_forget_uploads', { paths: stale.value }, z.null());
}

/** Removes, after the answer, a few pictures of the project that were uploaded and never sent. */
export function sweepUploads(platform: Platform, project: string): void {
  const work = sweep(platform, project).catch((error) => console.error(error));
  if (typeof EdgeRuntime !== 'undefined') EdgeRuntime.waitUntil(work);
}
