import '../../app/app.css';
import '../../thread/thread.css';
import { afterEach, expect, test } from 'vitest';
import { stage } from '../../support/stage.tsx';
import { ExternalLink } from './external-link.tsx';

let shown: ReturnType<typeof stage>;
afterEach(() => shown.leave());

test('the icon stays on the line of the last letters, however the address breaks', () => {
  const address = 'https://example.com/reports/quarterly?region=north-west';
  const none = () => Response.json([]);
  for (let width = 120; width < 480; width += 7) {
    shown = stage(
      <dl class="facts" style={{ inlineSize: `${width}px` }}>
        <dd>
          <ExternalLink href={address} newTab="(opens in a new tab)" />
        </dd>
      </dl>,
      none,
    );
    const lines = shown.box.querySelector('.unbroken')?.getClientRects().length;
    expect(lines, `${width} px`).toBe(1);
    expect(shown.box.querySelector('a')?.textContent).toBe(`${address}  (opens in a new tab)`);
    shown.leave();
  }
});
