import { afterEach, expect, test, vi } from 'vitest';
import { type Entry, type Outbox, openOutbox, type Send } from './outbox.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';

type Picture = Entry & { payload: { text: string; picture: Blob } };
type Queue = Outbox<Picture, object, number>;

const open: Queue[] = [];
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.close();
});

function tab(name: string, send: Send<Picture, object, number>, around: Partial<Surroundings> = {}): Queue {
  const surroundings = { ...browserSurroundings(), ...around };
  const outbox = openOutbox<Picture, object, number>({ name, send, surroundings });
  open.push(outbox);
  return outbox;
}
const entry = (text: string): Picture => ({
  kind: 'picture',
  payload: { text, picture: new Blob([text], { type: 'image/png' }) },
});
const states = async (outbox: Queue) => (await outbox.list()).map(({ state }) => state);
const withoutLocks: Partial<Surroundings> = { locks: false, exclusively: (_name, work) => work(false) };

test.each([
  ['with locks', {}],
  ['without locks', withoutLocks],
])('two tabs that are open at once send each entry once, %s', async (way, around) => {
  const arrived: string[] = [];
  const send: Send<Picture, object, number> = async ({ payload }) => {
    const bytes = await payload.picture.text();
    // Gives the other tab time to take the same one.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { kind: 'sent', receipt: arrived.push(bytes) };
  };
  const tabs = [tab(way, send, around), tab(way, send, around)];
  const texts = Array.from({ length: 12 }, (_, place) => `picture ${place}`);
  await Promise.all(texts.map((text, place) => tabs[place % 2]?.enqueue(entry(text))));
  await Promise.all(tabs.map((each) => each.flush()));
  for (const each of tabs) {
    await vi.waitFor(async () => expect(await states(each)).toEqual(texts.map(() => 'sent')));
  }
  expect(arrived.sort()).toEqual(texts.sort());
});

test('a picture waits in IndexedDB for the next visit, byte for byte', async () => {
  const closing = tab('next visit', async () => ({ kind: 'retry', error: { code: 'offline' } }));
  const { durable } = await closing.enqueue(entry('pixels'));
  expect(durable).toBe(true);
  await vi.waitFor(async () => expect(await closing.list()).toMatchObject([{ error: { code: 'offline' } }]));
  closing.close();

  const seen = vi.fn();
  const next = tab('next visit', async ({ payload }) => {
    seen(await payload.picture.text(), payload.picture.type);
    return { kind: 'sent', receipt: 1 };
  });
  const [item] = await next.list();
  await next.retry(item?.id ?? '');
  expect(seen).toHaveBeenCalledWith('pixels', 'image/png');
});

test('the network coming back sends what waited for it, and a listener in another tab sees the receipt', async () => {
  const send = vi
    .fn<Send<Picture, object, number>>()
    .mockResolvedValueOnce({ kind: 'retry', error: { code: 'offline' } })
    .mockResolvedValue({ kind: 'sent', receipt: 12 });
  // The pause is the longest possible, so that it cannot be what sends.
  const writing = tab('back', send, { random: () => 0.999, after: () => () => {} });
  const watching = tab('back', send, { onWake: () => () => {}, after: () => () => {} });
  const seen = vi.fn();
  watching.subscribe(seen);
  await writing.enqueue(entry('hello'));
  await vi.waitFor(async () => expect(await writing.list()).toMatchObject([{ error: { code: 'offline' } }]));
  dispatchEvent(new Event('online'));
  await vi.waitFor(() =>
    expect(seen).toHaveBeenLastCalledWith([expect.objectContaining({ state: 'sent', receipt: 12 })]),
  );
  expect(send).toHaveBeenCalledTimes(2);
});
