import { expect, test } from 'vitest';
import { errorBody } from './errors.ts';
import { fileCapture, installation } from './staff.ts';

const key = '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b';

test('an installation is a web address and a key', () => {
  const local = { name: 'Hearback', apiUrl: 'http://127.0.0.1:54321', publishableKey: 'a'.repeat(20) };
  expect(installation.safeParse(local).success).toBe(true);
  expect(installation.safeParse({ ...local, apiUrl: 'file:///etc/passwd' }).success).toBe(false);
  expect(installation.safeParse({ ...local, publishableKey: '' }).success).toBe(false);
});

test('a capture comes from a web page or a file and has a title', () => {
  const capture = {
    id: key,
    projectId: key,
    path: `${key}/a.png`,
    title: 'Pricing',
    note: '',
    sourceUrl: 'https://example.com',
    pageTitle: 'Example',
    boardId: key,
    competitorId: null,
    capturedAt: '2026-11-22T20:00:00+08:00',
  };
  expect(fileCapture.safeParse(capture).success).toBe(true);
  expect(fileCapture.safeParse({ ...capture, sourceUrl: null }).success).toBe(true);
  expect(fileCapture.safeParse({ ...capture, title: ' ' }).success).toBe(false);
  expect(fileCapture.safeParse({ ...capture, sourceUrl: 'chrome://settings' }).success).toBe(false);
});

test('a capture has a picture without marks only where it has marks', () => {
  const capture = fileCapture.safeParse({
    id: key,
    projectId: key,
    path: `${key}/a.png`,
    cleanPath: `${key}/a.clean.png`,
    title: 'Pricing',
    note: '',
    sourceUrl: null,
    pageTitle: '',
    boardId: key,
    competitorId: null,
    capturedAt: '2026-11-22T20:00:00+08:00',
  });
  expect(capture.error?.issues[0]?.path).toEqual(['annotation']);
});

test('an error has a code of the closed set', () => {
  expect(errorBody.safeParse({ error: { code: 'conflict', message: '' } }).success).toBe(true);
  expect(errorBody.safeParse({ error: { code: 'oops', message: '' } }).success).toBe(false);
});
