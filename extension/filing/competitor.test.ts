import { expect, test } from 'vitest';
import { domainOf, offerCompetitor, parseDomain, proposeName } from './competitor.ts';

const rival = { id: 'c1', name: 'Rival', domain: 'rival.co.uk' };

test.each([
  ['https://app.rival.co.uk/pricing?x=1', 'rival.co.uk'],
  ['https://rival.com', 'rival.com'],
  ['https://docs.example.com.cn/a', 'example.com.cn'],
  ['https://rival.github.io/app', 'rival.github.io'],
  ['https://APP.Rival.COM/', 'rival.com'],
  ['http://127.0.0.1:5174/index.html', null],
  ['http://localhost:3000', null],
  ['http://[::1]/', null],
  ['chrome://extensions', null],
])('the registrable domain of %s is %s', (url, domain) => {
  expect(domainOf(url)).toBe(domain);
});

test('a page is offered the competitor who has its domain', () => {
  expect(offerCompetitor('https://app.rival.co.uk/x', [rival], [])).toEqual({ kind: 'known', id: 'c1' });
});

test('a page of an unknown domain is offered a new competitor with a name to begin with', () => {
  expect(offerCompetitor('https://app.acme-metrics.com/', [rival], [])).toEqual({
    kind: 'new',
    name: 'Acme Metrics',
    domain: 'acme-metrics.com',
  });
});

test('a domain that only ends alike is another competitor', () => {
  expect(offerCompetitor('https://notrival.co.uk/', [rival], []).kind).toBe('new');
});

test('a page of the own product is offered nobody', () => {
  expect(offerCompetitor('https://www.ours.com/a', [rival], ['https://app.ours.com'])).toEqual({
    kind: 'none',
  });
});

test('a project that allows every origin owns no page by that', () => {
  expect(offerCompetitor('https://www.else.com/a', [], ['*']).kind).toBe('new');
});

test('an address without a domain is offered nobody', () => {
  expect(offerCompetitor('http://10.0.0.7/x', [rival], ['http://127.0.0.1:5174'])).toEqual({ kind: 'none' });
});

test('an internationalised domain is its own name', () => {
  expect(proposeName('xn--fiq228c.com')).toBe('xn--fiq228c.com');
});

test.each([
  ['  https://www.Rival.com/pricing ', 'rival.com'],
  ['rival.com', 'rival.com'],
  ['rival', null],
  ['', null],
])('%j typed as a domain means %s', (typed, domain) => {
  expect(parseDomain(typed)).toBe(domain);
});
