import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { type Entry, type Item, type Outbox, type OutboxRecord, openOutbox, type Send } from './outbox.ts';
import type { Outcome } from './record.ts';
import { newId, type Surroundings } from './surroundings.ts';

type Note = Entry & { payload: string };
type Made = { uploadId: string };
type Receipt = { number: number };
type Queue = Outbox<Note, Made, Receipt>;

/** One browser: a clock set by hand, and what its tabs share. A tab that is killed lets go of its locks. */
function browser({ locks = true } = {}) {
  let time = 1000;
  let timers: { at: number; run: () => void; tab: number }[] = [];
  const wakers = new Set<(networkIsBack: boolean) => void>();
  const channels = new Set<() => void>();
  const held = new Map<string, number>();
  let tabs = 0;
  return {
    tab(): Surroundings & { kill(): void } {
      const tab = ++tabs;
      return {
        now: () => time,
        random: () => 0.5,
        newId,
        after(ms, run) {
          const timer = { at: time + ms, run, tab };
          timers.push(timer);
          return () => {
            timers = timers.filter((other) => other !== timer);
          };
        },
        onWake(listener) {
          wakers.add(listener);
          return () => wakers.delete(listener);
        },
        async exclusively(name, work) {
          if (!locks) return work(false);
          if (held.has(name)) return;
          held.set(name, tab);
          await work(true);
          held.delete(name);
        },
        locks,
        channel(_name, onMessage) {
          channels.add(onMessage);
          return {
            tell() {
              for (const other of channels) if (other !== onMessage) other();
            },
            close: () => channels.delete(onMessage),
          };
        },
        kill() {
          for (const [name, holder] of held) if (holder === tab) held.delete(name);
          timers = timers.filter((timer) => timer.tab !== tab);
        },
      };
    },
    advance(ms: number) {
      time += ms;
      const ready = timers.filter((timer) => timer.at <= time);
      timers = timers.filter((timer) => timer.at > time);
      for (const { run } of ready) run();
    },
    timers: () => timers.map((timer) => timer.at - time),
    networkBack() {
      for (const wake of wakers) wake(true);
    },
  };
}

const open: Queue[] = [];
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.close();
});
let names = 0;
const newName = () => `test-${++names}`;
function outboxOf(name: string, surroundings: Surroundings, send: Send<Note, Made, Receipt>): Queue {
  const outbox = openOutbox<Note, Made, Receipt>({ name, surroundings, send });
  open.push(outbox);
  return outbox;
}

const sent: Outcome<Receipt> = { kind: 'sent', receipt: { number: 12 } };
const offline: Outcome<Receipt> = { kind: 'retry', error: { code: 'offline' } };
const note = (payload: string, lane?: string): Note => ({ kind: 'note', payload, ...(lane ? { lane } : {}) });
const states = async (outbox: Queue) => (await outbox.list()).map(({ state }) => state);
const becomes = (outbox: Queue, ...expected: OutboxRecord<Note, Made, Receipt>['state'][]) =>
  vi.waitFor(async () => expect(await states(outbox)).toEqual(expected));
/** Once the last try of everything that waits has failed. */
const failed = (outbox: Queue) =>
  vi.waitFor(async () => {
    for (const record of await outbox.list()) {
      expect(record).toMatchObject({ state: 'waiting', error: expect.anything() });
    }
  });
const never = () => new Promise<Outcome<Receipt>>(() => {});

test('an entry is stored, sent under its own key, and leaves a receipt', async () => {
  const send = vi.fn(async () => sent);
  const outbox = outboxOf(newName(), browser().tab(), send);
  const { id, durable } = await outbox.enqueue(note('hello'));
  expect(durable).toBe(true);
  await becomes(outbox, 'sent');
  expect(send).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ id, payload: 'hello', attempts: 1 }),
    expect.anything(),
  );
  expect(await outbox.list()).toEqual([expect.objectContaining({ id, receipt: { number: 12 } })]);
});

test('what could not be sent is tried again after its pause and not before', async () => {
  const world = browser();
  const send = vi.fn<Send<Note, Made, Receipt>>(async () => offline);
  const outbox = outboxOf(newName(), world.tab(), send);
  await outbox.enqueue(note('hello'));
  await vi.waitFor(() => expect(world.timers()).toEqual([1000]));
  world.advance(999);
  await outbox.flush();
  expect(send).toHaveBeenCalledTimes(1);
  send.mockResolvedValue(sent);
  await vi.waitFor(() => expect(world.timers()).not.toEqual([]));
  world.advance(1000);
  await becomes(outbox, 'sent');
});

test('when the network is back, what failed for want of it goes at once; a pause of the server is kept', async () => {
  const world = browser();
  const send = vi.fn<Send<Note, Made, Receipt>>(async (item) =>
    item.payload === 'busy'
      ? { kind: 'retry', error: { code: 'rate_limited' }, retryAfterSeconds: 60 }
      : item.attempts === 1
        ? offline
        : sent,
  );
  const outbox = outboxOf(newName(), world.tab(), send);
  await outbox.enqueue(note('busy'));
  await outbox.enqueue(note('lost'));
  await failed(outbox);
  world.networkBack();
  await becomes(outbox, 'waiting', 'sent');
  expect(send).toHaveBeenCalledTimes(3);
});

test('a refused entry keeps its text and its reason, and is sent again only when asked', async () => {
  const world = browser();
  const send = vi.fn<Send<Note, Made, Receipt>>(async () => ({
    kind: 'refused',
    error: { code: 'too_large' },
  }));
  const outbox = outboxOf(newName(), world.tab(), send);
  const { id } = await outbox.enqueue(note('long'));
  await becomes(outbox, 'refused');
  expect(await outbox.list()).toMatchObject([{ payload: 'long', error: { code: 'too_large' } }]);
  world.advance(3600_000);
  await outbox.flush();
  expect(send).toHaveBeenCalledTimes(1);
  send.mockResolvedValue(sent);
  await outbox.retry(id);
  expect(await states(outbox)).toEqual(['sent']);
});

test('a send goes on from the steps that are done', async () => {
  const uploads = vi.fn();
  const outbox = outboxOf(newName(), browser().tab(), async (item, { progress }) => {
    if (!item.steps.uploadId) {
      uploads();
      await progress({ uploadId: 'u1' });
      return offline;
    }
    expect(item.steps).toEqual({ uploadId: 'u1' });
    return sent;
  });
  const { id } = await outbox.enqueue(note('with a picture'));
  await failed(outbox);
  await outbox.retry(id);
  expect(await states(outbox)).toEqual(['sent']);
  expect(uploads).toHaveBeenCalledOnce();
});

test.each([true, false])('a tab that dies while sending loses nothing (locks: %s)', async (locks) => {
  const world = browser({ locks });
  const name = newName();
  const dying = world.tab();
  const first = outboxOf(name, dying, never);
  await first.enqueue(note('hello'));
  await becomes(first, 'sending');
  dying.kill();
  const second = outboxOf(name, world.tab(), async () => sent);
  if (!locks) {
    await vi.waitFor(() => expect(world.timers()).toEqual([30_000]));
    expect(await states(second)).toEqual(['sending']);
    world.advance(30_000);
  }
  await becomes(second, 'sent');
});

test.each([true, false])('two tabs send each entry once (locks: %s)', async (locks) => {
  const world = browser({ locks });
  const name = newName();
  const send = vi.fn(async (_item: Item<Note, Made>) => sent);
  const [one, other] = [outboxOf(name, world.tab(), send), outboxOf(name, world.tab(), send)];
  for (let round = 0; round < 10; round++) await (round % 2 ? one : other).enqueue(note(`${round}`));
  await Promise.all([one.flush(), other.flush()]);
  await vi.waitFor(async () => expect(new Set(await states(one))).toEqual(new Set(['sent'])));
  expect(send.mock.calls.map(([item]) => item.payload).sort()).toEqual([...'0123456789']);
});

test('a long send keeps its claim for as long as its tab lives', async () => {
  const world = browser({ locks: false });
  const name = newName();
  const first = outboxOf(name, world.tab(), never);
  await first.enqueue(note('big'));
  await becomes(first, 'sending');
  const send = vi.fn(async () => sent);
  const second = outboxOf(name, world.tab(), send);
  for (let beat = 1; beat <= 8; beat++) {
    const before = (await second.list())[0];
    world.advance(10_000);
    await vi.waitFor(async () => expect((await second.list())[0]).not.toEqual(before));
  }
  await second.flush();
  expect(send).not.toHaveBeenCalled();
});

test('entries of one lane arrive in the order they were written, through failures', async () => {
  const arrived: string[] = [];
  const outbox = outboxOf(newName(), browser().tab(), async (item) => {
    if (item.payload === 'one' && item.attempts === 1) return offline;
    arrived.push(item.payload);
    return sent;
  });
  const { id } = await outbox.enqueue(note('one', 'thread'));
  await outbox.enqueue(note('two', 'thread'));
  await outbox.enqueue(note('elsewhere'));
  await becomes(outbox, 'waiting', 'waiting', 'sent');
  await outbox.retry(id);
  expect(arrived).toEqual(['elsewhere', 'one', 'two']);
});

test('enqueuing a known key again replaces what was there, also while that is being sent', async () => {
  let arrive = (_: Outcome<Receipt>) => {};
  const send = vi
    .fn<Send<Note, Made, Receipt>>()
    .mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    )
    .mockResolvedValue(sent);
  const outbox = outboxOf(newName(), browser().tab(), send);
  await outbox.enqueue(note('shown'), 'answer-1');
  await becomes(outbox, 'sending');
  await outbox.enqueue(note('score 9'), 'answer-1');
  arrive(sent);
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2));
  expect(send.mock.calls[1]?.[0]).toMatchObject({ id: 'answer-1', payload: 'score 9' });
  await becomes(outbox, 'sent');
});

test('discarding removes an entry and breaks off its send', async () => {
  let signal: AbortSignal | undefined;
  const outbox = outboxOf(newName(), browser().tab(), (_item, trying) => {
    signal = trying.signal;
    return never();
  });
  const { id } = await outbox.enqueue(note('oops'));
  await becomes(outbox, 'sending');
  await outbox.discard(id);
  expect(signal?.aborted).toBe(true);
  expect(await outbox.list()).toEqual([]);
});

test('a fault in the sender keeps the entry', async () => {
  const outbox = outboxOf(newName(), browser().tab(), () => {
    throw new Error('bug');
  });
  await outbox.enqueue(note('hello'));
  await failed(outbox);
  expect(await outbox.list()).toMatchObject([{ error: { code: 'internal' }, payload: 'hello' }]);
});

test('another tab hears of every change', async () => {
  const world = browser();
  const name = newName();
  const seen: string[][] = [];
  const watcher = outboxOf(name, world.tab(), async () => sent);
  watcher.subscribe((records) => seen.push(records.map(({ state }) => state)));
  await vi.waitFor(() => expect(seen).toEqual([[]]));
  await outboxOf(name, world.tab(), async () => sent).enqueue(note('hello'));
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['sent']));
});

test('an old receipt is gone the next time the outbox opens', async () => {
  const world = browser();
  const name = newName();
  const first = outboxOf(name, world.tab(), async () => sent);
  await first.enqueue(note('hello'));
  await becomes(first, 'sent');
  world.advance(25 * 3600_000);
  await becomes(outboxOf(name, world.tab(), never));
});
