// What the demo's visitors sit at.

const mac = 'Macintosh; Intel Mac OS X 10_15_7';
const windows = 'Windows NT 10.0; Win64; x64';
const chrome = (system: string, more = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 ${more}Safari/537.36`;
const firefox = (system: string) => `Mozilla/5.0 (${system}; rv:144.0) Gecko/20100101 Firefox/144.0`;

const browsers: Readonly<Record<string, { readonly userAgent: string; readonly pixelRatio: number }>> = {
  'chrome windows': { userAgent: chrome(windows), pixelRatio: 1 },
  'chrome mac': { userAgent: chrome(mac), pixelRatio: 2 },
  'chrome linux': { userAgent: chrome('X11; Linux x86_64'), pixelRatio: 1 },
  'chrome android': {
    userAgent: chrome('Linux; Android 10; K').replace(' Safari', ' Mobile Safari'),
    pixelRatio: 2.625,
  },
  'edge windows': { userAgent: `${chrome(windows)} Edg/142.0.0.0`, pixelRatio: 1.25 },
  'firefox windows': { userAgent: firefox(windows), pixelRatio: 1 },
  'firefox linux': { userAgent: firefox('X11; Linux x86_64'), pixelRatio: 1 },
  'safari mac': {
    userAgent: `Mozilla/5.0 (${mac}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15`,
    pixelRatio: 2,
  },
  'safari ios': {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
    pixelRatio: 3,
  },
};

/** The browser called `name`; throws for one that nobody in the demo uses. */
export function browserNamed(name: string): { readonly userAgent: string; readonly pixelRatio: number } {
  const found = browsers[name];
  if (found === undefined)
    throw new Error(`No browser is called "${name}": ${Object.keys(browsers).join(', ')}.`);
  return found;
}
