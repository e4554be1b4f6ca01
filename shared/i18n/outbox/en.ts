import type { SendError } from '../../outbox/record.ts';
import type { StorageTrouble } from '../../outbox/store.ts';
import type { Phrase } from '../translate.ts';

type State =
  | 'waiting'
  | 'waitingMinutes'
  | 'waitingNow'
  | 'sending'
  | 'sent'
  | 'sentAs'
  | 'refused'
  | 'queue'
  | 'queueEmpty'
  | 'retry'
  | 'discard'
  | 'discardQuestion'
  | 'edit';

/**
 * What became of something somebody sent. Errors and storage troubles stand under their codes: what happened,
 * then what to do. `{count}` is seconds, minutes or entries; `{number}` is handed in as text.
 */
export default {
  invalid_request: 'The server could not read what was sent. Check what you entered and try again.',
  invalid_token: 'The server does not recognise this browser any more. Reload the page and try again.',
  foreign_origin: 'Feedback is not accepted from this site. Ask the people who run it to allow its address.',
  invalid_signature: 'This site could not prove who you are. Reload the page and try again.',
  forbidden: 'You are not allowed to do this. Ask the people who run the project for access.',
  unknown_project: 'This project does not exist any more. Tell the people who run this site.',
  not_found: 'This is no longer there. Go back and reload.',
  method_not_allowed: 'The server does not offer this. Reload the page to get the latest version.',
  conflict: 'This was changed in the meantime. Reload to see the latest state, then try again.',
  closed: 'This conversation was closed too long ago to be opened again. Start a new one.',
  foreign_token: 'Somebody else is signed in with this browser. Reload the page and try again.',
  too_large: 'This is too large. Shorten the text or choose a smaller picture.',
  unsupported_image: 'This picture cannot be used. Choose a PNG, JPEG, WebP or GIF.',
  unsupported_file:
    'This file cannot be used. Choose a picture, PDF, text, CSV, JSON, ZIP, MP4 or WebM file.',
  rate_limited: 'Too much was sent in a short time. It is kept here and sent again by itself.',
  internal: 'Something went wrong on the server. It is kept here and sent again by itself.',
  unavailable: 'The server cannot be reached right now. It is kept here and sent again by itself.',
  offline: 'There is no connection. It is kept here and sent as soon as the connection is back.',
  timeout: 'The server did not answer in time. It is kept here and sent again by itself.',
  signed_out: 'You are signed out. Sign in again: it is kept here and sent afterwards.',
  storage_full:
    'The storage of this browser is full. What is not sent yet is lost when this page is closed: leave it open.',
  storage_blocked:
    'This browser does not allow anything to be kept. What is not sent yet is lost when this page is closed: leave it open.',

  waiting: {
    one: 'Not sent yet. Next try in {count} second.',
    other: 'Not sent yet. Next try in {count} seconds.',
  },
  waitingMinutes: {
    one: 'Not sent yet. Next try in {count} minute.',
    other: 'Not sent yet. Next try in {count} minutes.',
  },
  waitingNow: 'Not sent yet. Next try in a moment.',
  sending: 'Sending…',
  sent: 'Received',
  sentAs: 'Received, number {number}',
  refused: 'Not sent',
  queue: { one: '{count} not sent yet', other: '{count} not sent yet' },
  queueEmpty: 'Everything is sent',
  retry: 'Try again now',
  discard: 'Discard',
  discardQuestion: 'Discard this? It has not been sent and cannot be brought back.',
  edit: 'Edit',
} satisfies Record<SendError['code'] | StorageTrouble | State, Phrase>;
