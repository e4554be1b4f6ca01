import { expect, test, vi } from 'vitest';
import { click, findAll, latestShapes, mount, opened, press } from './mounted.tsx';

const line = vi.hoisted(() => Promise.withResolvers<void>());
vi.mock('./view/text-field.tsx', async (load) => {
  await line.promise;
  return load();
});

test('where the line is slow, what is typed before the field is there is not lost', async () => {
  await mount([], { tool: 'text' });
  await click(100, 50);
  await press('Bo');
  expect(findAll('textarea')).toEqual([]);
  line.resolve();
  await opened();
  await press('ok{Enter}');
  expect(latestShapes()).toMatchObject([{ kind: 'text', text: 'Book' }]);
});
