import { expect, test } from 'vitest';
import type { FileCapture } from '../../shared/domain/staff.ts';
import type { Exchange } from '../../shared/outbox/http.ts';
import type { Steps } from '../../shared/outbox/record.ts';
import { carryOut, type FilingServer } from './carry-out.ts';
import { belongsTo, type Filing, nextStep, type Progress, picturePath } from './filing.ts';

const filing: Filing = {
  captureId: 'c0ffee00-0000-4000-8000-000000000001',
  apiUrl: 'http://127.0.0.1:54321',
  inboxUrl: 'http://127.0.0.1:5173',
  userId: 'user',
  projectId: 'project',
  picture: { blob: new Blob(['pixels']), contentType: 'image/webp' },
  title: 'Pricing page',
  note: '',
  sourceUrl: 'https://rival.com/pricing',
  pageTitle: 'Pricing',
  capturedAt: '2026-11-22T10:00:00.000Z',
  competitor: { kind: 'new', name: 'Rival', domain: 'rival.com' },
  board: { kind: 'new', name: 'Pricing' },
};
const offline: Exchange<never> = { kind: 'retry', error: { code: 'offline' } };

/** A server that keeps what it is told by key, and may be made to fail at one step. */
function startServer(failing: { at?: string; with?: Exchange<never> } = {}) {
  const asked: string[] = [];
  const captures = new Map<string, FileCapture>();
  const fail = (step: string) => {
    asked.push(step);
    return failing.at === step ? (failing.with ?? offline) : null;
  };
  const server: FilingServer = {
    competitor: async (_, { domain }) =>
      fail('competitor') ?? { kind: 'ok', body: { id: `id of ${domain}` } },
    board: async (_, { name }) => fail('board') ?? { kind: 'ok', body: { id: `id of ${name}` } },
    upload: async () => fail('upload') ?? { kind: 'ok', body: null },
    file: async (body) => {
      const failure = fail('file');
      if (failure) return failure;
      captures.set(body.id, body);
      return { kind: 'ok', body: null };
    },
  };
  return { server, asked, captures, failing };
}

/** Tries like the queue does: each try gets what the earlier ones kept. */
function startTries(server: FilingServer, what: Filing = filing) {
  let kept: Steps<Progress> = {};
  return () =>
    carryOut(what, kept, server, async (progress) => {
      kept = { ...kept, ...progress };
    });
}

test('a capture is filed under a new competitor on a new board', async () => {
  const { server, asked, captures } = startServer();
  const outcome = await startTries(server)();
  expect(outcome).toEqual({
    kind: 'sent',
    receipt: {
      title: 'Pricing page',
      boardId: 'id of Pricing',
      board: 'Pricing',
      inboxUrl: 'http://127.0.0.1:5173',
    },
  });
  expect(asked).toEqual(['competitor', 'board', 'upload', 'file']);
  expect(captures.get(filing.captureId)).toMatchObject({
    boardId: 'id of Pricing',
    competitorId: 'id of rival.com',
    path: 'project/user/c0ffee00-0000-4000-8000-000000000001.webp',
  });
});

test('nothing is made that exists already', async () => {
  const { server, asked, captures } = startServer();
  await startTries(server, {
    ...filing,
    competitor: { kind: 'none' },
    board: { kind: 'known', id: 'b1', name: 'Pricing' },
  })();
  expect(asked).toEqual(['upload', 'file']);
  expect(captures.get(filing.captureId)).toMatchObject({ boardId: 'b1', competitorId: null });
});

test.each(['competitor', 'board', 'upload', 'file'])(
  'broken off at the step "%s", it goes on there and is filed once',
  async (at) => {
    const { server, asked, captures, failing } = startServer({ at });
    const again = startTries(server);
    expect(await again()).toEqual(offline);
    expect(captures.size).toBe(0);
    delete failing.at;
    expect((await again()).kind).toBe('sent');
    expect(captures.size).toBe(1);
    expect(asked.filter((step) => step === at)).toHaveLength(2);
    expect(asked).toHaveLength(5);
  },
);

test('a refusal is handed on, and nothing is called filed', async () => {
  const refused: Exchange<never> = { kind: 'refused', error: { code: 'forbidden' } };
  const { server } = startServer({ at: 'file', with: refused });
  expect(await startTries(server)()).toEqual(refused);
});

test('a picture that an earlier try uploaded and that is gone is uploaded again', async () => {
  const { server, asked, failing } = startServer({ at: 'file' });
  const again = startTries(server);
  expect((await again()).kind).toBe('retry');
  const file = server.file;
  server.file = () => {
    server.file = file;
    delete failing.at;
    return Promise.resolve({ kind: 'refused', error: { code: 'conflict' } });
  };
  expect((await again()).kind).toBe('sent');
  expect(asked.filter((step) => step === 'upload')).toHaveLength(2);
});

test('a conflict right after the upload is a refusal: nothing goes in a circle', async () => {
  const conflict: Exchange<never> = { kind: 'refused', error: { code: 'conflict' } };
  const { server, asked } = startServer({ at: 'file', with: conflict });
  expect(await startTries(server)()).toEqual(conflict);
  expect(asked.filter((step) => step === 'upload')).toHaveLength(1);
});

const marked: Filing = {
  ...filing,
  clean: { blob: new Blob(['clean pixels']), contentType: 'image/png' },
  annotation: { version: 1 },
};

test('the picture without the marks goes along beside the picture', async () => {
  const { server, captures } = startServer();
  const put: string[] = [];
  server.upload = async (path, picture, contentType) => {
    put.push(`${path.replace(/^.*\/[0-9a-f-]+/, '')} ${contentType} ${await picture.text()}`);
    return { kind: 'ok', body: null };
  };
  await startTries(server, marked)();
  expect(put).toEqual(['.webp image/webp pixels', '.clean.png image/png clean pixels']);
  expect(captures.get(filing.captureId)?.cleanPath).toMatch(/^project\/user\/c0ffee00-.*\.clean\.png$/);
});

test('broken off between the two pictures, both are put again and filed once', async () => {
  const { server, captures } = startServer();
  const put = new Set<string>();
  let fails = true;
  server.upload = async (path) => {
    if (fails && path.includes('.clean.')) return offline;
    put.add(path);
    return { kind: 'ok', body: null };
  };
  const again = startTries(server, marked);
  expect((await again()).kind).toBe('retry');
  expect(captures.size).toBe(0);
  fails = false;
  expect((await again()).kind).toBe('sent');
  expect([put.size, captures.size]).toEqual([2, 1]);
});

test('without marks there is one picture and no word of another', async () => {
  const { server, captures } = startServer();
  await startTries(server)();
  expect(captures.get(filing.captureId)).not.toHaveProperty('cleanPath');
});

test('filing is always the last step', () => {
  expect(nextStep({})).toBe('competitor');
  expect(nextStep({ competitorId: null })).toBe('board');
  expect(nextStep({ competitorId: null, boardId: 'b' })).toBe('upload');
  expect(nextStep({ competitorId: null, boardId: 'b', uploaded: true })).toBe('file');
});

test('a capture is filed with the sign-in of the member who saved it and no other', () => {
  const mine = { apiUrl: filing.apiUrl, userId: 'user' };
  expect(belongsTo(filing, mine)).toBe(true);
  expect(belongsTo(filing, { ...mine, userId: 'somebody' })).toBe(false);
  expect(belongsTo(filing, { ...mine, apiUrl: 'https://else.example' })).toBe(false);
  expect(belongsTo(filing, null)).toBe(false);
});

test('the picture lies under the project and the member', () => {
  expect(picturePath(filing)).toMatch(/^project\/user\/c0ffee00-.*\.webp$/);
});
