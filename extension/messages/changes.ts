/**
 * A word from the worker to every open page that something is no longer as it was: `status` (ask again), `drafts`,
 * `page` (the member clicked the icon, so the page in front may be looked at) or `wish` (he asked for a picture by a key).
 */
export type Change = 'status' | 'drafts' | 'page' | 'wish';

const channelName = 'hearback-changes';

export function tell(change: Change): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(change);
  channel.close();
}

/** Calls `listener` with each change told by others; ends when the function it returns is called. */
export function listen(listener: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (event: MessageEvent<Change>) => listener(event.data);
  return () => channel.close();
}
