// The order of steps that no request from outside can force: a gateway that answers by script.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uploads } from './uploads.ts';

const uploadId = '0b7c1f6e-6a2b-4d1e-9f5a-2c3d4e5f6a7b';
const path = 'project/visitor/upload.png';

let server: Server;
let asked: string[];
/** Whether another request has finalised the upload in the meantime. */
let overtaken: boolean;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const address = `${request.method} ${request.url}`;
    asked.push(address);
    response.setHeader('content-type', 'application/json');
    if (address.endsWith('/widget_upload'))
      response.end(
        JSON.stringify({ uploadId, path, state: 'reserved', contentType: 'image/png', bytes: 12 }),
      );
    else if (address.endsWith('/widget_discard_upload')) response.end(String(!overtaken));
    else response.end('not a picture');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function finalise(): Promise<string[]> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform = {
    url,
    serviceKey: 'sb_secret_1',
    publishableKey: 'sb_publishable_1',
    publicUrl: undefined,
  };
  const headers = { 'x-hearback-project': 'pk_12345678', 'x-hearback-visitor': 'v'.repeat(43) };
  const answer = await uploads.request(`/${uploadId}/finalise`, { method: 'POST', headers }, { platform });
  expect(answer.status).toBe(415);
  return asked.filter((address) => /DELETE|discard/.test(address));
}

test('bytes that are no picture lose their row before their file: nothing can be finalised in between', async () => {
  overtaken = false;
  expect(await finalise()).toEqual([
    'POST /rest/v1/rpc/widget_discard_upload',
    'DELETE /storage/v1/object/attachments',
  ]);
});

test('the file of an upload that another request has finalised is left where it is', async () => {
  overtaken = true;
  expect(await finalise()).toEqual(['POST /rest/v1/rpc/widget_discard_upload']);
});
