import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteName } from './sites.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One page of the set. */
export type BenchPage = {
  readonly site: SiteName;
  /** Below the site's root, without a leading slash. */
  readonly path: string;
  /** In CSS pixels. The hard cases have a small window, so that a fault in a small part shows in the share. */
  readonly viewport: { readonly width: number; readonly height: number };
};

/** `cases/paint/filters`, as the table and `--pages` call a page. */
export const pageName = ({ site, path }: BenchPage) => `${site}/${path.replace(/\.html$/, '')}`;

const desktop = { width: 1280, height: 800 };

const html = (site: SiteName, paths: readonly string[], viewport = desktop): BenchPage[] =>
  paths.map((path) => ({ site, path: `${path}.html`, viewport }));

/** Every file below tests/fixtures/pages/cases is a case. */
export function casePages(): BenchPage[] {
  const files = globSync('**/*.html', { cwd: join(root, 'tests/fixtures/pages/cases') })
    .map((path) => path.replaceAll('\\', '/').replace(/\.html$/, ''))
    .filter((path) => !path.startsWith('files/'));
  return html('cases', files.sort(), { width: 640, height: 480 });
}

/**
 * The page set: the hard cases, a Tailwind page and four templates that nobody here wrote. Of gentelella, which
 * has nearly sixty pages, those that differ most; pages that run a clock are left out.
 */
export function allPages(): BenchPage[] {
  return [
    ...casePages(),
    ...html('tailwind', ['index']),
    ...html('sb-admin-2', [
      ...['index', 'blank', 'buttons', 'cards', 'charts', 'forgot-password', 'login', 'register', 'tables'],
      ...['utilities-animation', 'utilities-border', 'utilities-color', 'utilities-other', '404'],
    ]),
    ...html('sb-admin', [
      ...['index', 'charts', 'tables', 'layout-static', 'layout-sidenav-light', 'login', 'register'],
      ...['password', '401', '404', '500'],
    ]),
    ...html(
      'gentelella',
      [
        ...['index', 'landing', 'form', 'form_advanced', 'calendar', 'chat', 'inbox', 'kanban', 'icons'],
        ...['pricing_tables', 'tables', 'invoice', 'profile', 'typography'],
      ].map((name) => `production/${name}`),
    ),
    ...html('agency', ['index']),
  ];
}
