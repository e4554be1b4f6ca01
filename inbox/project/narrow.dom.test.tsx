import '../../shared/ui/tokens.css';
import '../../shared/ui/base.css';
import '../../shared/ui/controls.css';
import '../app/app.css';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { stage } from '../support/stage.tsx';
import { usualHours } from './hours/hours.ts';
import { ProjectSettings } from './view.tsx';

let shown: ReturnType<typeof stage>;
afterEach(async () => {
  shown.leave();
  await page.viewport(1280, 800);
});

test.each(['en', 'zh-CN'])('nothing is wider than a window of 320 pixels, in %s', async (locale) => {
  localStorage.setItem('hearback:inbox:locale', locale);
  await page.viewport(320, 640);
  const stored = {
    publishable_key: 'pk_test',
    allowed_origins: ['*', `https://${'long.'.repeat(20)}example`],
    business_hours: usualHours('America/Argentina/ComodRivadavia'),
    survey_rest_days: 7,
  };
  shown = stage(<ProjectSettings />, () => Response.json(stored), 'admin');
  await expect.poll(() => shown.box.querySelectorAll('.setting').length).toBe(5);
  shown.box.querySelector('details')?.toggleAttribute('open', true);
  const wide = [...document.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > 321 && !one.closest('select, .hb-sr'))
    .map((one) => `${one.localName}.${one.className} ${one.getBoundingClientRect().right}`);
  expect(wide).toEqual([]);
});
