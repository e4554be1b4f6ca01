import { beforeEach, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../../loader/store.ts';
import { emptyForm, type FormState } from '../form-state.ts';
import { dropDraft, keepDraft, keptFor, readDraft } from './draft.ts';

/** What two tabs share, and one of them. */
let store: Store;
const tab = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};
const core = () => ({ store, options: { project: 'pk', api: '' } });
const form = (text: string, id = 'one', email: string | null = null): FormState =>
  emptyForm({ id, text, email });

beforeEach(() => {
  vi.useRealTimers();
  store = openStore('pk', () => {
    throw new Error('blocked');
  });
  vi.stubGlobal('sessionStorage', tab());
});

test('what was typed comes back with its kind, its address and its name', () => {
  keepDraft(core(), 'praise', form('Dark mode\nis great', 'one', 'a@b.example'));
  expect(readDraft(core())).toMatchObject({
    id: 'one',
    kind: 'praise',
    text: 'Dark mode\nis great',
    email: 'a@b.example',
  });
});

test('an emptied text leaves no draft, one with a file alone does', () => {
  keepDraft(core(), 'idea', form('x'));
  keepDraft(core(), 'idea', form('  '));
  expect(readDraft(core())).toBeNull();
  const file = { key: 'k', blob: new Blob(), contentType: 'application/pdf', name: 'a.pdf' } as const;
  keepDraft(core(), 'idea', { ...form(''), attachments: [file] });
  expect(readDraft(core())).toMatchObject({ id: 'one', text: '' });
});

test('two tabs keep their own texts; one that is new goes on with the newest', () => {
  const [first, second] = [sessionStorage, tab()];
  keepDraft(core(), 'idea', form('First', 'one'));
  vi.stubGlobal('sessionStorage', second);
  keepDraft(core(), 'bug', form('Second', 'two'));
  vi.stubGlobal('sessionStorage', first);
  expect(readDraft(core())?.text).toBe('First');
  vi.stubGlobal('sessionStorage', tab());
  expect(readDraft(core())?.text).toBe('Second');
});

test('what one tab sends takes nothing from another', () => {
  keepDraft(core(), 'idea', form('First', 'one'));
  vi.stubGlobal('sessionStorage', tab());
  keepDraft(core(), 'bug', form('Second', 'two'));
  dropDraft(core(), 'one');
  expect(readDraft(core())?.text).toBe('Second');
  dropDraft(core(), 'two');
  expect(readDraft(core())).toBeNull();
});

test('after a day a draft is forgotten', () => {
  vi.useFakeTimers();
  keepDraft(core(), 'idea', form('Old'));
  vi.advanceTimersByTime(keptFor - 1);
  expect(readDraft(core())?.text).toBe('Old');
  vi.advanceTimersByTime(2);
  expect(readDraft(core())).toBeNull();
});

test('where the browser keeps nothing for a tab, what all share has to do', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keepDraft(core(), 'idea', form('Still here'));
  expect(readDraft(core())?.text).toBe('Still here');
});

test.each([
  'no json',
  '{}',
  '{"id":"a","kind":"score","text":"x","at":9e15}',
  '{"kind":"bug","text":5}',
  'null',
  '[]',
])('what is no draft is none: %s', (kept) => {
  store.set('draft', kept);
  expect(readDraft(core())).toBeNull();
});
