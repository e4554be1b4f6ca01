import { expect, test, vi } from 'vitest';
import { drag, expectNear, find, findAll, latestShapes, mount, press } from './mounted.tsx';

const line = vi.hoisted(() => Promise.withResolvers<void>());
vi.mock('./handling/main.ts', async (load) => {
  await line.promise;
  return load();
});

test('where the line is slow, a mark is drawn at once, and what is done with it is done later, in order', async () => {
  await mount([], { early: true });
  await drag(100, 100, 300, 200);
  expect(latestShapes()).toMatchObject([{ kind: 'box' }]);
  await press('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
  await press('{Control>}d{/Control}');
  await press('o');
  await drag(500, 50, 600, 90);
  await press('{Delete}');
  await press('l');
  await drag(500, 200, 600, 300);
  expect(latestShapes()).toHaveLength(1);
  expect(findAll('.hb-annotate-handle')).toEqual([]);
  line.resolve();
  await expect.poll(() => latestShapes().map(({ kind }) => kind)).toEqual(['box', 'box', 'line']);
  const [moved, copy] = latestShapes();
  expectNear(moved, { x: 110, y: 110, width: 200, height: 100 });
  expectNear(copy, { x: 126, y: 126 });
  await expect.poll(() => findAll('.hb-annotate-handle').length).toBe(2);
  expect(find('[role="status"]').className).toBe('hb-annotate-unseen');
});
