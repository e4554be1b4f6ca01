import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Core } from '../loader/core.ts';
import { start } from '../loader/start.ts';
import type { Options } from '../public.ts';

/** The real loader and session in a real browser; only the server and the panel are played. */
const project = 'pk_session_test';
let core: Core | undefined;
const rooms = {
  core: () => import('../core/main.ts'),
  app: async () => ({
    mount: async (given: Core) => {
      core = given;
      return { open: () => {}, close: () => {} };
    },
  }),
};
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status: number) => json({ error: { code, message: '' } }, status);

let answers: (() => Response)[];
let asked: { path: string; token: string | null; body: unknown }[];
let warned: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  localStorage.clear();
  core = undefined;
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({
      path: new URL(url).pathname.replace('/functions/v1/widget', ''),
      token: new Headers(init.headers).get('x-hearback-visitor'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    });
    return answers.shift()?.() ?? json({ verified: false, merged: false });
  });
  warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const begin = (more: Partial<Options> = {}) =>
  start({ project, api: 'https://api.test', surveys: false, ...more }, rooms);
/** Others may look for answers meanwhile. */
const told = () => asked.filter(({ path }) => path === '/identify');
const ada = { id: 'u1', name: 'Ada', email: 'ada@example.org' };
const sessionOf = async () => {
  window.Hearback?.open();
  await vi.waitFor(() => expect(core).toBeDefined());
  if (!core) throw new Error('no core');
  return core.session();
};

test('who is known already is not told again, also on the next page; what is new of him is', async () => {
  answers = [() => json({ verified: true, merged: false })];
  const heard = vi.fn();
  begin().on('identified', heard);
  expect(await window.Hearback?.identify(ada, 't=1,v1=ab')).toEqual({ verified: true });
  expect(told()).toEqual([expect.objectContaining({ body: { user: ada, signature: 't=1,v1=ab' } })]);
  window.Hearback?.destroy();
  expect(await begin().identify(ada, 't=2,v1=cd')).toEqual({ verified: true });
  expect(told()).toHaveLength(1);
  expect(heard).toHaveBeenCalledWith({ verified: true });
  await window.Hearback?.identify({ ...ada, name: 'Ada L.' }, 't=3,v1=ef');
  expect(told()).toHaveLength(2);
});

test('another user in the same browser gets a token of his own before anything of him is told', async () => {
  begin();
  await window.Hearback?.identify(ada);
  localStorage.setItem(`hearback:${project}:draft`, 'of Ada');
  await window.Hearback?.identify({ id: 'u2' });
  expect(told()[1]?.token).not.toBe(told()[0]?.token);
  expect(localStorage.getItem(`hearback:${project}:draft`)).toBeNull();
});

test('a token that is another signed user’s is dropped, and the same is told with a new one', async () => {
  answers = [() => refusal('foreign_token', 409), () => json({ verified: true, merged: false })];
  begin();
  expect(await window.Hearback?.identify(ada, 't=1,v1=ab')).toEqual({ verified: true });
  expect(told()).toHaveLength(2);
  expect(told()[1]?.token).not.toBe(told()[0]?.token);
});

test('a signature that is refused leaves an unverified user and a warning', async () => {
  answers = [() => refusal('invalid_signature', 403), () => json({ verified: false, merged: false })];
  begin();
  const heard = vi.fn();
  window.Hearback?.on('identified', heard);
  expect(await window.Hearback?.identify(ada, 'forged')).toEqual({ verified: false });
  expect(told()[1]?.body).toEqual({ user: ada });
  expect(told()[1]?.token).toBe(told()[0]?.token);
  expect(warned).toHaveBeenCalledWith('[hearback]', expect.stringContaining('signature is refused'));
  expect(heard).toHaveBeenCalledWith({ verified: false });
});

test('reset tells the server with the old token, and leaves nothing of him but his language', async () => {
  begin();
  await window.Hearback?.identify(ada);
  const mine = (key: string) => `hearback:${project}:${key}`;
  for (const key of ['draft', 'surveys', 'wrote', 'locale']) localStorage.setItem(mine(key), 'en');
  const session = await sessionOf();
  const other = vi.fn();
  session.onVisitor(other, new AbortController().signal);
  await window.Hearback?.reset();
  expect(asked.find(({ path }) => path === '/reset')?.token).toBe(told()[0]?.token);
  expect(Object.keys(localStorage).filter((key) => key.startsWith('hearback:'))).toEqual([mine('locale')]);
  expect(other).toHaveBeenCalledWith('other');
  expect(session.user()).toBeNull();
  expect(core?.isOpen()).toBe(false);
});

test('without a network nobody is told of an error, and the page gets its answer', async () => {
  answers = [
    () => {
      throw new TypeError('offline');
    },
  ];
  begin();
  expect(await window.Hearback?.identify(ada)).toEqual({ verified: false });
  expect((await sessionOf()).user()).toEqual(ada);
});

test('what the page told before the panel was opened is there once it is', async () => {
  begin({ context: { plan: 'free', build: 7 } });
  window.Hearback?.setContext({ plan: 'team', build: null });
  expect(asked).toEqual([]);
  const session = await sessionOf();
  await vi.waitFor(() => expect(session.context()).toEqual({ plan: 'team' }));
});

test('strange arguments do no harm', async () => {
  begin();
  for (const strange of [undefined, null, 'u1', { id: {} }, []])
    expect(await Reflect.apply(window.Hearback?.identify ?? (() => {}), undefined, [strange])).toEqual({
      verified: false,
    });
  expect(asked).toEqual([]);
});

test('a listener of the page that throws stops nothing', async () => {
  const thrown: unknown[] = [];
  const hear = (event: ErrorEvent) => {
    thrown.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('error', hear, { capture: true });
  begin().on('identified', () => {
    throw new Error('of the page');
  });
  const after = vi.fn();
  document.addEventListener('hearback:identified', after, { once: true });
  expect(await window.Hearback?.identify(ada)).toEqual({ verified: false });
  expect(after).toHaveBeenCalled();
  // It is the page's own error, and its own handlers hear of it.
  expect(thrown).toHaveLength(1);
  window.removeEventListener('error', hear, { capture: true });
});
