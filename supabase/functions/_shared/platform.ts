/** What a function is told about the Supabase project it runs in. */
export type Platform = {
  /** Without a slash at its end; as the function reaches it, which may be an address inside a container network. */
  url: string;
  /** Secret key (`sb_secret_…`) or the older service-role JWT. */
  serviceKey: string;
  /** Key to ask Auth with on behalf of a member. */
  publishableKey: string;
  /** Address under which browsers reach the same API, where somebody set it. */
  publicUrl: string | undefined;
};

/** `{"default":"sb_secret_…"}`, the form in which hosted Supabase hands out the newer keys. */
function defaultKey(json: string | undefined): string | undefined {
  if (!json) return undefined;
  const keys: unknown = JSON.parse(json);
  if (typeof keys !== 'object' || keys === null) return undefined;
  const found = 'default' in keys ? keys.default : Object.values(keys)[0];
  return typeof found === 'string' ? found : undefined;
}

/**
 * Reads the platform from environment variables.
 * @throws when the address or the secret key is missing: such a function cannot answer anything
 */
export function readPlatform(env: (name: string) => string | undefined): Platform {
  const url = env('SUPABASE_URL')?.replace(/\/+$/, '');
  const serviceKey = defaultKey(env('SUPABASE_SECRET_KEYS')) ?? env('SUPABASE_SERVICE_ROLE_KEY');
  if (!url || !serviceKey) throw new Error('SUPABASE_URL or the secret key is missing');
  const publishableKey =
    defaultKey(env('SUPABASE_PUBLISHABLE_KEYS')) ?? env('SUPABASE_ANON_KEY') ?? serviceKey;
  const publicUrl = env('HEARBACK_PUBLIC_URL') || env('SUPABASE_PUBLIC_URL') || undefined;
  return { url, serviceKey, publishableKey, publicUrl: publicUrl?.replace(/\/+$/, '') };
}

/** Headers that make a request ours. The newer keys are no JWT and go into `apikey` alone. */
export function serviceHeaders({ serviceKey }: Platform): Record<string, string> {
  return serviceKey.startsWith('sb_')
    ? { apikey: serviceKey }
    : { apikey: serviceKey, authorization: `Bearer ${serviceKey}` };
}

/** How long the database, Auth or Storage may take over one request, in milliseconds. */
export const patience = 10_000;

/**
 * The origin under which the caller reaches this project, for links that he is to follow. Our own address is right
 * unless it is a name of a container network (`http://kong:8000` under `supabase start`); then the gateway's
 * forwarding headers tell.
 */
export function publicOrigin(platform: Platform, request: Request): string {
  if (platform.publicUrl) return platform.publicUrl;
  const own = new URL(platform.url);
  if (own.hostname.includes('.') || own.hostname === 'localhost' || own.hostname.startsWith('['))
    return own.origin;
  const first = (name: string) => request.headers.get(name)?.split(',')[0]?.trim() || undefined;
  const host = first('x-forwarded-host') ?? first('host') ?? new URL(request.url).host;
  const proto = first('x-forwarded-proto') ?? new URL(request.url).protocol.replace(':', '');
  const port = first('x-forwarded-port');
  const isDefault = port === (proto === 'https' ? '443' : '80');
  const address = /:\d+$/.test(host) || port === undefined || isDefault ? host : `${host}:${port}`;
  return URL.canParse(`${proto}://${address}`) ? new URL(`${proto}://${address}`).origin : own.origin;
}
