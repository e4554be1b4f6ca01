import { beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../loader/store.ts';
import { keepDraft, readDraft } from './draft.ts';

let store: Store;
beforeEach(() => {
  store = openStore('pk', () => {
    throw new Error('blocked');
  });
});

test('what was typed comes back with its kind', () => {
  keepDraft(store, { kind: 'idea', text: 'Dark mode\nplease' });
  expect(readDraft(store)).toEqual({ kind: 'idea', text: 'Dark mode\nplease' });
});

test('an emptied or sent text leaves no draft', () => {
  keepDraft(store, { kind: 'idea', text: 'x' });
  keepDraft(store, { kind: 'idea', text: '  ' });
  expect(readDraft(store)).toBeNull();
});

test.each(['no json', '{}', '{"kind":"score","text":"x"}', '{"kind":"bug","text":5}', 'null', '[]'])(
  'what is no draft is none: %s',
  (kept) => {
    store.set('draft', kept);
    expect(readDraft(store)).toBeNull();
  },
);
