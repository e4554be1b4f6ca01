import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** Chooses files as a visitor does, through the browser's own window. */
export async function choose(
  { page, press, words }: Stage,
  files: { name: string; text: string }[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(words.app('attach'));
  await (await chooser).setFiles(
    files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text, 'latin1') })),
  );
}

/** Files held above the panel, of which a browser tells again and again. */
const holdFiles = `{
  const panel = document.querySelector('hearback-widget').shadowRoot.querySelector('.panel');
  const drag = () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a'], 'a.txt'));
    panel.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
  };
  globalThis.heldFiles ??= setInterval(drag, 50);
}`;

/** Pictures and files of every state, the ways to them, the window in which a picture is drawn on. */
export const pictures: Scene[] = [
  {
    name: 'pictures',
    async play(open, hold) {
      const stage = await open();
      const { page, widget, words, said } = stage;
      await page.evaluate(`Hearback.open('bug')`);
      await widget.text.fill(said.text);
      await stage.press(words.app('capture'));
      await widget.editor.locator('.hb-annotate-stage').focus();
      await page.keyboard.press('Enter');
      await widget.editor.locator(`[aria-label="${words.annotate('picture', { count: 1 })}"]`).waitFor();
      await hold(stage, 'editor');
      await widget.editor.getByRole('button', { name: words.picture('use') }).click();
      await widget.panel.getByRole('button', { name: words.picture('edit', { count: 1 }) }).waitFor();
      await hold(stage, 'form with a picture');
      const [pdf = '', csv = '', zip = ''] = said.files;
      await choose(stage, [
        { name: pdf, text: '%PDF-1.7\n' },
        { name: csv, text: 'a,b\n'.repeat(30_000) },
        { name: zip, text: 'PK\x03\x04' },
        { name: 'setup.exe', text: 'MZ\0\0' },
        { name: 'empty.txt', text: '' },
      ]);
      await stage.sees(words.picture('fileEmpty', { name: 'empty.txt' }));
      await hold(stage, 'files, some of which cannot go along');
      await choose(stage, [
        { name: 'log.txt', text: 'a' },
        { name: 'more.txt', text: 'a' },
      ]);
      await stage.sees(words.picture('full', { count: 5 }));
      await hold(stage, 'too many files');
    },
  },
  {
    name: 'ways',
    async play(open, hold) {
      const stage = await open();
      const { page, widget, words } = stage;
      await page.evaluate(`Hearback.open('bug')`);
      const menu = async () => {
        const items = widget.panel.getByRole('menuitem');
        if ((await items.count()) > 0 && (await items.first().isVisible())) return;
        await stage.press(words.app('ways'));
        await items.first().waitFor();
      };
      await menu();
      await hold(stage, 'menu of ways', menu);
      await page.keyboard.press('Escape');
      const over = async () => {
        await page.evaluate(holdFiles);
        await stage.sees(words.picture('drop'));
      };
      await over();
      await hold(stage, 'files held above the panel', over);
    },
  },
  {
    name: 'capture failed',
    async play(open, hold) {
      const stage = await open({ missing: '**/hearback/chunks/{engine,html2canvas}*' });
      await stage.page.evaluate(`Hearback.open('bug')`);
      await stage.press(stage.words.app('capture'));
      await stage.widget.panel.locator('.hb-error:not([hidden])').first().waitFor();
      await hold(stage, 'no picture of this page');
    },
  },
];
