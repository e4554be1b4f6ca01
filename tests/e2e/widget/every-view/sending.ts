import { choose } from './pictures.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** Writes a report and sends it. */
async function send({ page, widget, words, said, press }: Stage): Promise<void> {
  await page.evaluate(`Hearback.open('bug')`);
  await widget.text.fill(said.text);
  await press(words.app('send'));
}

/** As a browser that allows a page to keep nothing. */
const withoutDatabase = `Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('', 'SecurityError'); } });`;

/** An upload that stays where it is after two thirds. */
const slowUpload = `XMLHttpRequest.prototype.send = function (blob) {
  this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: 64, total: 100 }));
};`;

/** From "sending" to "received", and everything that can come between. */
export const sending: Scene[] = [
  {
    name: 'sending',
    async play(open, hold) {
      const stage = await open({ server: (server) => server.set('POST /conversations', 'never') });
      await send(stage);
      await stage.sees(stage.words.sending('sending'));
      await hold(stage, 'sending');
    },
  },
  {
    name: 'uploading',
    async play(open, hold) {
      const stage = await open({ before: slowUpload });
      const { page, widget, words, said } = stage;
      const [pdf = '', csv = ''] = said.files;
      await page.evaluate(`Hearback.open('bug')`);
      await widget.text.fill(said.text);
      await choose(stage, [
        { name: pdf, text: '%PDF-1.7\n' },
        { name: csv, text: 'a,b\n'.repeat(30_000) },
      ]);
      await stage.sees(csv);
      await stage.press(words.app('send'));
      await widget.panel.locator('progress').waitFor();
      await hold(stage, 'uploading');
    },
  },
  {
    name: 'received',
    async play(open, hold) {
      const stage = await open();
      await send(stage);
      await stage.sees(stage.words.sending('sentAs', { number: '1042' }));
      await hold(stage, 'received');
    },
  },
  {
    name: 'offline',
    async play(open, hold) {
      const stage = await open({
        // The parts of the widget go on being fetched, so that the panel stays whole whatever was fetched before.
        before: `Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })`,
        server: (server) => server.set('POST /conversations', 'offline'),
      });
      const { words } = stage;
      await send(stage);
      await stage.sees(words.sending('offline'));
      await hold(stage, 'waiting, offline');
      await stage.press(words.sending('discard'));
      await stage.sees(words.sending('discardQuestion'));
      await hold(stage, 'discard?');
      await stage.press(words.app('back'));
      await stage.sees(words.later('waitingItems', { count: 1 }));
      await hold(stage, 'home, something waits');
    },
  },
  {
    name: 'too much',
    async play(open, hold) {
      const busy = { error: 'rate_limited', retryAfter: 40 } as const;
      const stage = await open({ server: (server) => server.set('POST /conversations', busy) });
      await send(stage);
      await stage.sees(stage.words.sending('rate_limited'));
      await hold(stage, 'countdown');
    },
  },
  {
    name: 'file refused',
    async play(open, hold) {
      const refused = { error: 'unsupported_file' } as const;
      const stage = await open({ server: (server) => server.set('POST /uploads', refused) });
      const { page, widget, words, said } = stage;
      await page.evaluate(`Hearback.open('bug')`);
      await widget.text.fill(said.text);
      await choose(stage, [{ name: said.files[1] ?? '', text: 'a,b\n' }]);
      await stage.sees(said.files[1] ?? '');
      await stage.press(words.app('send'));
      await stage.sees(words.sending('unsupported_file'));
      await hold(stage, 'a file is refused');
    },
  },
  {
    name: 'file waits',
    async play(open, hold) {
      const busy = { error: 'unavailable' } as const;
      const stage = await open({ server: (server) => server.set('POST /uploads', busy) });
      const { page, widget, words, said } = stage;
      await page.evaluate(`Hearback.open('bug')`);
      await widget.text.fill(said.text);
      await choose(stage, [{ name: said.files[0] ?? '', text: '%PDF-1.7\n' }]);
      await stage.sees(said.files[0] ?? '');
      await stage.press(words.app('send'));
      await stage.sees(words.sending('fileFailed'));
      await hold(stage, 'a file could not be uploaded yet');
    },
  },
  {
    name: 'refused',
    async play(open, hold) {
      const refused = { error: 'foreign_origin' } as const;
      const stage = await open({ server: (server) => server.set('POST /conversations', refused) });
      await send(stage);
      await stage.sees(stage.words.sending('foreign_origin'));
      await hold(stage, 'refused');
    },
  },
  {
    name: 'memory only',
    async play(open, hold) {
      const down = { error: 'unavailable' } as const;
      const stage = await open({
        before: withoutDatabase,
        server: (server) => server.set('POST /conversations', down),
      });
      await send(stage);
      await stage.sees(stage.words.sending('storage_blocked'));
      await hold(stage, 'kept in memory only');
    },
  },
];
