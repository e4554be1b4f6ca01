import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { headless } from './scripts/browser.ts';

const exclude = [...configDefaults.exclude, '**/.cache/**', '**/.output/**', '**/.wxt/**'];
const domTests = '**/*.dom.test.{ts,tsx}';

/** The files that take minutes come first, so that no worker is left alone with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const isLong = ({ moduleId }: (typeof files)[number]) => /\/screens\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,widget,inbox,extension,supabase/local,supabase/functions,scripts}/**/*.test.{ts,tsx}',
            'tests/{house,fidelity}/**/*.test.ts',
          ],
          exclude: [...exclude, domTests],
          env: { TZ: 'UTC' },
        },
      },
      {
        plugins: [preact({ reactAliasesEnabled: false })],
        test: {
          name: 'dom',
          include: [domTests],
          exclude,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: headless() }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      {
        test: {
          name: 'db',
          include: ['tests/{authz,database,functions}/**/*.test.ts'],
          globalSetup: ['tests/support/stack.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One stack serves all files: one after the other, in one process.
          fileParallelism: false,
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/everything.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each worker has everything for itself, so one file alone is started quickest with one of them.
          maxWorkers: Number(process.env.E2E_WORKERS ?? 1),
        },
      },
    ],
  },
});
