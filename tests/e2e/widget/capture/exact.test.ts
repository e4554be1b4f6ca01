// Exact pixels: what the browser itself shows of the tab, where the visitor shares it.
import { expect, onTestFinished, test } from 'vitest';
import { openWholeBrowser } from '../../../support/browsers.ts';
import type { Area } from '../../support/picture.ts';
import { arrived, choose, LOSS, notCovered, off, openForm, RED, use, WHITE } from './page.ts';

test('exact pixels come from the shared tab, without the widget, and it is said that nothing is covered', async () => {
  // The tab is shared without the question that only a person can answer.
  const browser = await openWholeBrowser(['--auto-accept-this-tab-capture']);
  onTestFinished(() => browser.close());
  const visitor = await openForm(browser);
  await choose(visitor, 'Exact pixels: share this tab');
  await visitor.widget.editor.getByText(notCovered).waitFor();
  await use(visitor);
  const picture = await arrived(browser, visitor);
  const scale = picture.width / 1280;
  const at = (x: number, y: number, width: number, height: number): Area => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  });
  // A video keeps colours less well than a picture.
  expect(off(picture, RED, at(150, 150, 60, 20))).toBeLessThan(40);
  expect(off(picture, [0, 255, 0], at(70, 90, 40, 20))).toBeLessThan(60);
  expect(off(picture, WHITE, at(900, 160, 370, 600))).toBeLessThan(LOSS);
  expect(visitor.errors).toEqual([]);
});
