import type { Backend } from '../../../shared/backend/backend.ts';
import { failureOfExchange, type Result, succeed } from '../../data/result.ts';
import { saveAs } from '../../view/save-as.ts';

/**
 * Lets the browser save a file under the name it was sent with. The link is made now, for what was opened an hour ago
 * has none that is good any more; it makes the server say that the file is to be saved, whatever is in it.
 */
export async function saveFile(
  { storage }: { storage: Pick<Backend['storage'], 'signedUrl'> },
  file: { path: string; name: string },
  follow: (href: string, name: string) => void = saveAs,
): Promise<Result<null>> {
  const link = await storage.signedUrl('attachments', file.path);
  if (link.kind !== 'ok') return failureOfExchange(link.error);
  const address = new URL(link.body);
  address.searchParams.set('download', file.name);
  follow(address.href, file.name);
  return succeed(null);
}
