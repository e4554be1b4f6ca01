import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { download } from '../../../shared/ui/icons.ts';
import { useWorkplace } from '../../app/workplace.ts';
import type { Cursor } from '../../data/keyset.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import { notices } from '../../view/notices.ts';
import { saveAs } from '../../view/save-as.ts';
import type { Survey } from '../queries.ts';
import { surveys } from '../texts.ts';
import { csvHead, csvRow } from './csv.ts';
import { readResponses } from './queries.ts';

/** Fetches all responses of the time, page by page, and hands them over as a file. */
export function ExportButton({ survey, since }: { survey: Survey; since: string | null }) {
  const { backend } = useWorkplace();
  const t = useText(surveys);
  const say = useText(shell);
  const { locale } = usePreferences();
  const [busy, setBusy] = useState(false);

  const collect = async () => {
    setBusy(true);
    const words = {
      time: t('csv_time'),
      outcome: t('csv_outcome'),
      score: t('csv_score'),
      language: t('csv_language'),
      page: t('csv_page'),
      visitor: t('csv_visitor'),
    };
    // The mark by which spreadsheets know UTF-8.
    const parts = ['\ufeff', csvHead(survey.questions, words, locale)];
    let cursor: Cursor | null = null;
    let count = 0;
    do {
      const page = await readResponses(backend.db, survey.projectId, survey.id, since, cursor);
      if (!page.ok) {
        setBusy(false);
        // Half a file would be taken for the whole.
        notices.show({ text: `${t('export_failed')} ${say(`failure_${page.failure}`)}`, tone: 'danger' });
        return;
      }
      for (const row of page.value.rows) parts.push(csvRow(survey.questions, row, locale));
      count += page.value.rows.length;
      cursor = page.value.next;
    } while (cursor);
    const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
    saveAs(url, `${survey.slug}.csv`);
    // After the browser has taken it.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    setBusy(false);
    notices.show({ text: t('exported', { count }) });
  };
  return (
    <Button icon={download} busy={busy} onClick={() => void collect()}>
      {t(busy ? 'exporting' : 'export')}
    </Button>
  );
}
