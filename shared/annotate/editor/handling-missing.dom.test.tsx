import { expect, test, vi } from 'vitest';
import en from '../../i18n/annotate/en.ts';
import { drag, find, latestShapes, mount, press } from './mounted.tsx';

vi.mock('./handling/main.ts', () => {
  throw new Error('no network');
});

test('without the part for marks that are there, drawing and undo go on, and what is missing is said', async () => {
  await mount([], { early: true });
  await drag(100, 100, 300, 200);
  await press('{ArrowRight}');
  await expect.poll(() => find('.hb-annotate-missing').textContent).toBe(en.missing);
  await drag(400, 100, 500, 200);
  await expect.poll(() => latestShapes().length).toBe(2);
  await press('{Control>}z{/Control}');
  await expect.poll(() => latestShapes().length).toBe(1);
});
