import type { Bucket } from '../../shared/backend/storage.ts';
import { useWorkplace } from '../app/workplace.ts';
import { failureOfExchange, succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';

export type { Bucket } from '../../shared/backend/storage.ts';

/** The short-lived address of a private picture; `retry` asks for a new one. */
export function useSignedUrl(bucket: Bucket, path: string) {
  const { backend } = useWorkplace();
  const { load, retry } = useLoad(async () => {
    const link = await backend.storage.signedUrl(bucket, path);
    return link.kind === 'ok' ? succeed(link.body) : failureOfExchange(link.error);
  }, [bucket, path]);
  return {
    load,
    retry: () => {
      // A link that is kept for later may be the very one that failed.
      backend.storage.forget();
      retry();
    },
  };
}
