import { expect, test } from 'vitest';
import { type DraftPlace, keepDraft, readDraft } from './drafts.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string | null) =>
      void (text === null ? kept.delete(key) : kept.set(key, text)),
    kept,
  };
}
const here: DraftPlace = { member: 'm', conversation: 'c', mode: 'reply' };
const newKey = () => 'new';

test('a draft comes back with its key, so that sending it again is the same sending', () => {
  const store = memory();
  keepDraft(store, here, { text: 'half a reply', key: 'k1' });
  expect(readDraft(store, here, newKey)).toEqual({ text: 'half a reply', key: 'k1' });
});

test('a draft is never shown in another conversation, as a note, or to another member', () => {
  const store = memory();
  keepDraft(store, here, { text: 'for this visitor only', key: 'k1' });
  for (const other of [{ conversation: 'd' }, { mode: 'note' as const }, { member: 'n' }])
    expect(readDraft(store, { ...here, ...other }, newKey)).toEqual({ text: '', key: 'new' });
});

test('an empty draft leaves nothing behind', () => {
  const store = memory();
  keepDraft(store, here, { text: 'x', key: 'k1' });
  keepDraft(store, here, { text: '', key: 'k1' });
  expect(store.kept.size).toBe(0);
});

test('what cannot be read counts as no draft', () => {
  const store = memory();
  for (const text of ['{', '7', '{"text":1,"key":"k"}']) {
    store.write('draft:m:c:reply', text);
    expect(readDraft(store, here, newKey).text).toBe('');
  }
});
