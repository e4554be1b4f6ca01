import { parseTime } from '../../shared/i18n/time.ts';
import { readMarks, writtenOn } from '../pictures/marks/marks.ts';
import { pictures } from '../pictures/marks/texts.ts';
import { PictureImage } from '../pictures/thumbnail.tsx';
import { Link } from '../routing/link.tsx';
import type { Route } from '../routing/route.ts';
import { useText } from '../settings/text.ts';
import { Ago } from '../view/ago.tsx';
import { useNow } from '../view/use-now.ts';
import type { Capture } from './queries.ts';
import { boards } from './texts.ts';

/** A capture on its board: picture, title, whose page, when. */
export function CaptureCard({ capture, to }: { capture: Capture; to: Route }) {
  const t = useText(boards);
  const drawn = useText(pictures);
  const now = useNow();
  return (
    <li class="capture-card">
      <div class="capture-picture">
        <PictureImage
          bucket="captures"
          picture={capture}
          alt={writtenOn(readMarks(capture.annotation), drawn)}
        />
      </div>
      <Link class="capture-title" to={to}>
        {capture.title}
      </Link>
      <p class="capture-line">
        <span class="capture-whose">{capture.competitors?.name ?? t('no_competitor')}</span>
        {capture.source_url && <span class="muted">{hostOf(capture.source_url)}</span>}
        <Ago class="muted" at={parseTime(capture.captured_at)} now={now} />
      </p>
    </li>
  );
}

/** The host of an address, without the `www.` that tells nothing. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}
