/** The network a request comes from, as far as the gateway tells; '' where it does not. */
export function networkOf(headers: Headers): string {
  // Cloudflare stands before hosted Supabase and sets the first; the others may be a client's own invention there.
  const address =
    headers.get('cf-connecting-ip') ??
    headers.get('x-real-ip') ??
    headers.get('x-forwarded-for')?.split(',')[0] ??
    '';
  return network(address.trim().toLowerCase());
}

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, since one subscriber owns all that follow. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = address.includes('::') ? Math.max(0, 8 - groups(head).length - groups(tail).length) : 0;
  return [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
