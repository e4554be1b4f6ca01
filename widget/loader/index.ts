import type { Hearback, Options } from '../public.ts';
import { start } from './start.ts';

export type * from '../public.ts';

/**
 * Puts the launcher on the page and gives the handle to open, close and remove it. A second call gives the same
 * handle. Never throws; what goes wrong is written to the console as a warning.
 *
 *     import { init } from 'hearback';
 *     const hearback = init({ project: 'pk_…', api: 'https://…' });
 */
export function init(options: Options): Hearback {
  return start(options, {
    core: () => import('../core/main.ts'),
    app: () => import('../app/main.tsx'),
  });
}
