import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import {
  attachmentInput,
  reply,
  reserveUpload,
  startConversation,
  suggestionEvent,
  visitorToken,
} from './widget.ts';

const key = '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b';
const conversation = { idempotencyKey: key, kind: 'bug', body: 'It breaks', locale: 'en' };

test('a message is taken without the blanks around it, up to its limit', () => {
  expect(startConversation.parse({ ...conversation, body: '  It breaks \n' }).body).toBe('It breaks');
  expect(reply.safeParse({ idempotencyKey: key, body: '字'.repeat(limits.messageLength) }).success).toBe(
    true,
  );
});

test.each([
  ['an empty text', { body: '   ' }],
  ['a text over the limit', { body: 'x'.repeat(limits.messageLength + 1) }],
  ['an unknown kind', { kind: 'rant' }],
  ['a score, which only a survey gives', { kind: 'score' }],
  ['a key that is no UUID', { idempotencyKey: '1' }],
  ['an address that is no e-mail', { email: 'ada@' }],
  ['a language nobody speaks here', { locale: 'de' }],
  ['more pictures than allowed', { attachments: Array(limits.attachments + 1).fill({ uploadId: key }) }],
  ['a field that does not exist', { status: 'closed' }],
])('a conversation with %s is refused', (_, wrong) => {
  expect(startConversation.safeParse({ ...conversation, ...wrong }).success).toBe(false);
});

test.each([
  ['text/html', 10],
  ['image/svg+xml', 10],
  ['image/png', 0],
  ['image/png', limits.imageBytes + 1],
])('no room is reserved for %s of %s bytes', (contentType, bytes) => {
  expect(reserveUpload.safeParse({ idempotencyKey: key, contentType, bytes }).success).toBe(false);
});

test('a picture without its marks goes only with the marks', () => {
  const annotation = { version: 1, width: 4, height: 3, shapes: [] };
  const picture = { uploadId: key, cleanUploadId: key };
  expect(attachmentInput.safeParse({ ...picture, annotation }).success).toBe(true);
  expect(attachmentInput.safeParse(picture).success).toBe(false);
});

test('a browser cannot claim that somebody submitted anyway: the server sees that itself', () => {
  const event = { suggestionSession: key, articleId: key, outcome: 'submitted_anyway' };
  expect(suggestionEvent.safeParse(event).success).toBe(false);
});

test('a visitor token is 32 bytes as base64url', () => {
  expect(visitorToken.safeParse('A'.repeat(43)).success).toBe(true);
  expect(visitorToken.safeParse('A'.repeat(42)).success).toBe(false);
  expect(visitorToken.safeParse(`${'A'.repeat(42)}=`).success).toBe(false);
});
