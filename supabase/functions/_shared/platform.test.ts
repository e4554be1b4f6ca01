import { describe, expect, test } from 'vitest';
import { publicOrigin, readPlatform, serviceHeaders } from './platform.ts';

const from = (env: Record<string, string>) => readPlatform((name) => env[name]);
const base = {
  SUPABASE_URL: 'https://ref.supabase.co/',
  SUPABASE_SERVICE_ROLE_KEY: 'a.b.c',
  SUPABASE_ANON_KEY: 'd.e.f',
};

describe('the platform', () => {
  test('is read from what hosted Supabase sets, the newer keys before the older', () => {
    expect(from(base)).toMatchObject({
      url: 'https://ref.supabase.co',
      serviceKey: 'a.b.c',
      publishableKey: 'd.e.f',
    });
    expect(
      from({
        ...base,
        SUPABASE_SECRET_KEYS: '{"default":"sb_secret_1"}',
        SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_1"}',
      }),
    ).toMatchObject({ serviceKey: 'sb_secret_1', publishableKey: 'sb_publishable_1' });
  });

  test('without an address or a secret key is no platform', () => {
    expect(() => from({ SUPABASE_URL: 'https://ref.supabase.co' })).toThrow('missing');
  });

  test('sends an older key twice, a newer one, which is no JWT, in apikey alone', () => {
    expect(serviceHeaders(from(base))).toEqual({ apikey: 'a.b.c', authorization: 'Bearer a.b.c' });
    expect(serviceHeaders(from({ ...base, SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_1' }))).toEqual({
      apikey: 'sb_secret_1',
    });
  });
});

describe('links for the browser begin with', () => {
  const origin = (url: string, headers: Record<string, string>, more: Record<string, string> = {}) =>
    publicOrigin(
      from({ ...base, SUPABASE_URL: url, ...more }),
      new Request('http://inner:9000/widget/uploads', { headers }),
    );

  test.each([
    ['our own address where it is a public one', 'https://ref.supabase.co', {}, 'https://ref.supabase.co'],
    [
      'our own address on this machine',
      'http://127.0.0.1:54321',
      { 'x-forwarded-host': 'evil.example' },
      'http://127.0.0.1:54321',
    ],
    [
      'what the gateway says inside a container network',
      'http://kong:8000',
      { 'x-forwarded-host': '127.0.0.1', 'x-forwarded-port': '54321', 'x-forwarded-proto': 'http' },
      'http://127.0.0.1:54321',
    ],
    [
      'what it says with the port in the host',
      'http://kong:8000',
      {
        'x-forwarded-host': 'hearback.example:8443, inner',
        'x-forwarded-port': '8000',
        'x-forwarded-proto': 'https',
      },
      'https://hearback.example:8443',
    ],
    [
      'no default port',
      'http://kong:8000',
      { 'x-forwarded-host': 'hearback.example', 'x-forwarded-port': '443', 'x-forwarded-proto': 'https' },
      'https://hearback.example',
    ],
    [
      'our own address where the gateway talks nonsense',
      'http://kong:8000',
      { 'x-forwarded-host': 'a b' },
      'http://kong:8000',
    ],
  ])('%s', (_, url, headers, expected) => {
    expect(origin(url, headers)).toBe(expected);
  });

  test('the address that was set for it', () => {
    const set = { HEARBACK_PUBLIC_URL: 'https://api.hearback.example/' };
    expect(origin('http://kong:8000', { 'x-forwarded-host': 'other.example' }, set)).toBe(
      'https://api.hearback.example',
    );
  });
});
