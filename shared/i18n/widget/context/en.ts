/** The facts that go with a message. */
export default {
  url: 'Page address',
  title: 'Page title',
  referrer: 'Came from',
  browser: 'Browser',
  language: 'Language',
  timeZone: 'Time zone',
  viewport: 'Window',
  none: 'Nothing else: no cookies, nothing you typed elsewhere.',
};
