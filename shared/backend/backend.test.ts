import { expect, test } from 'vitest';
import { openBackend } from './backend.ts';

const nobody = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
const never = () => Promise.reject(new Error('nothing may be asked'));

test('a signed-out member gets one plain value from a function, and a 401 from the database', async () => {
  const backend = openBackend({
    apiUrl: 'https://api.example.com/',
    publishableKey: 'pk',
    storage: nobody,
    fetch: never,
  });
  expect(await backend.send('/functions/v1/captures', { method: 'POST' })).toEqual({
    kind: 'retry',
    error: { code: 'signed_out' },
  });
  const { status, error } = await backend.db.from('projects').select('id');
  expect({ status, code: error?.code }).toEqual({ status: 401, code: 'invalid_token' });
});
