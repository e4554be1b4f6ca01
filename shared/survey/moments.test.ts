import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrate, quietSeconds, type Surroundings } from './arbitrate.ts';
import { matchesPage } from './matches-page.ts';
import { trigger } from './samples.ts';
import { type Moment, secondsUntil, triggerFits } from './trigger-fits.ts';

test.each([
  [[], '/anything', true],
  [['/docs'], '/docs', true],
  [['/docs'], '/docs/', true],
  [['/docs/'], '/docs', true],
  [['/docs'], '/docs/api', false],
  [['/docs/*'], '/docs/api', true],
  [['/docs/*'], '/docs/api/keys', false],
  [['/docs/**'], '/docs/api/keys', true],
  [['/docs/**'], '/docs', true],
  [['**/checkout'], '/zh/shop/checkout', true],
  [['/*/settings'], '/acme/settings', true],
  [['/a.b'], '/aXb', false],
  [['/订单/*'], '/订单/12', true],
  [['!/admin/**'], '/home', true],
  [['!/admin/**'], '/admin/users', false],
  [['/docs/**', '!/docs/private/**'], '/docs/private/x', false],
  [['/docs/**', '!/docs/private/**'], '/docs/open', true],
  [['/'], '/', true],
  [['/'], '/a', false],
])('%j on %s: %s', (patterns, path, expected) => {
  expect(matchesPage(patterns, path)).toBe(expected);
});

test('a pattern agrees with the regular expression it stands for', () => {
  const character = fc.constantFrom('a', 'b', '/');
  const part = fc.oneof(character, fc.constantFrom('*', '**'));
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 8 }),
      fc.array(character, { maxLength: 10 }),
      (parts, characters) => {
        const pattern = `/${parts.join('')}`;
        const path = `/${characters.join('')}`;
        const source = pattern
          .replace(/\*{3,}/g, '**')
          .split(/(\*\*|\*)/)
          .map((text) => (text === '**' ? '.*' : text === '*' ? '[^/]*' : text))
          .join('');
        // With the slash at its end and without it.
        const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
        const expected = [path, bare, `${bare}/`].some((one) => new RegExp(`^${source}$`).test(one));
        expect(matchesPage([pattern], path), `${pattern} ${path}`).toBe(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('patterns made to be slow are not', () => {
  const path = `/${'a'.repeat(4000)}`;
  const begun = process.cpuUsage();
  expect(matchesPage(Array(20).fill('**a'.repeat(100)), path)).toBe(true);
  for (const slow of [`!${'**a'.repeat(99)}b`, `!/${'*a'.repeat(148)}b`, `!${'*'.repeat(298)}b`])
    expect(matchesPage(Array(20).fill(slow), path)).toBe(true);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
});

const now: Moment = { path: '/', seconds: 100, events: new Map(), scrolled: 0, exiting: false };

test('a delay counts from the opening of the page, or from the event', () => {
  expect(secondsUntil({ ...trigger, delaySeconds: 120 }, now)).toBe(20);
  expect(secondsUntil({ ...trigger, delaySeconds: 10 }, now)).toBe(0);
  const waiting = { ...trigger, event: 'exported', delaySeconds: 5 };
  expect(secondsUntil(waiting, now)).toBeNull();
  expect(secondsUntil(waiting, { ...now, events: new Map([['exported', 2]]) })).toBe(3);
});

test.each([
  ['the page', { pages: ['/docs'] }, { path: '/docs' }],
  ['the event', { event: 'constructor' }, { events: new Map([['constructor', 0]]) }],
  ['the scrolling', { scrollPercent: 60 }, { scrolled: 60 }],
  ['the leaving', { exitIntent: true }, { exiting: true }],
])('%s is waited for', (_, wanted, happened) => {
  expect(triggerFits({ ...trigger, ...wanted }, now)).toBe(false);
  expect(triggerFits({ ...trigger, ...wanted }, { ...now, ...happened })).toBe(true);
});

test('all that is set must have happened', () => {
  const both = { ...trigger, scrollPercent: 50, exitIntent: true };
  expect(triggerFits(both, { ...now, exiting: true })).toBe(false);
  expect(triggerFits(both, { ...now, exiting: true, scrolled: 50 })).toBe(true);
});

test('what belongs to a closed conversation is never due on a page', () => {
  expect(triggerFits({ ...trigger, conversationClosed: true }, now)).toBe(false);
});

const calm: Surroundings = {
  showing: false,
  panelOpen: false,
  typing: false,
  visible: true,
  sinceLast: null,
  settled: new Set(),
};
const one = { survey: { id: '1' }, called: false };
const two = { survey: { id: '2' }, called: false };
const called = { survey: { id: '3' }, called: true };

test.each([
  ['another card is there', { showing: true }],
  ['the panel is open', { panelOpen: true }],
  ['somebody types', { typing: true }],
  ['the page is not in front', { visible: false }],
])('no survey comes while %s, called or not', (_, disturbance) => {
  expect(arbitrate([one, called], { ...calm, ...disturbance })).toBeNull();
});

test('the first comes, and one that was called before it', () => {
  expect(arbitrate([one, two], calm)).toBe(one);
  expect(arbitrate([one, called], calm)).toBe(called);
  expect(arbitrate([one, two], { ...calm, settled: new Set(['1']) })).toBe(two);
  expect(arbitrate([], calm)).toBeNull();
});

test('right after a card has gone only a called one comes', () => {
  expect(arbitrate([one], { ...calm, sinceLast: quietSeconds - 1 })).toBeNull();
  expect(arbitrate([one], { ...calm, sinceLast: quietSeconds })).toBe(one);
  expect(arbitrate([one, called], { ...calm, sinceLast: 0 })).toBe(called);
});
