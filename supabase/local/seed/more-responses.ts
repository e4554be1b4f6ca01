// Four months of answers to the demo's other surveys: the help that people got, and the export of tables.
import { demoOrigins, demoProjectId } from '../demo.ts';
import { visitorRow } from './conversations.ts';
import { randomFrom, stableId } from './random.ts';

const day = 86_400_000;

const surveys = {
  support: { id: '5e4a1c0e-0001-4000-8000-000000000022', days: 118, asked: 70, page: 'index.html' },
  export: { id: '5e4a1c0e-0001-4000-8000-000000000023', days: 39, asked: 90, page: 'tables.html' },
} as const;

const words = {
  support: {
    en: ['The first answer took a day.', 'I had to explain it twice.', 'It works, but nobody told me.'],
    'zh-CN': ['等了一天才有第一次回复。', '同样的问题我解释了两遍。', '希望能直接告诉我什么时候修好。'],
  },
  export: {
    en: [
      'A button above the table would be enough.',
      'Dates come out in the wrong time zone.',
      'I mail it to my boss every Monday.',
    ],
    'zh-CN': ['导出后日期的时区不对。', '希望能直接导出到共享文件夹。', '每周一都要发给领导。'],
  },
} as const;

/** @param now milliseconds since 1970 */
export function moreResponseRows(now: number) {
  const random = randomFrom('more responses');
  const visitors: ReturnType<typeof visitorRow>[] = [];
  const responses = (['support', 'export'] as const).flatMap((name) =>
    Array.from({ length: surveys[name].asked }, (_, index) => {
      const { id, days, page } = surveys[name];
      const locale = random.next() < 0.55 ? ('en' as const) : ('zh-CN' as const);
      const at = now - random.next() * days * day - 10 * 60_000;
      const who = `${name} ${index}`;
      visitors.push(visitorRow(who, locale, at - random.whole(1, 90) * day, at, null));
      const said = random.next() < 0.25 ? random.pick([...words[name][locale]]) : null;
      const given =
        name === 'support'
          ? { score: random.pick([5, 5, 5, 5, 4, 4, 4, 3, 2, 1]) }
          : { goal: random.pick(['report', 'report', 'report', 'analysis', 'analysis', 'backup', 'other']) };
      const ease = name === 'export' && given.goal !== 'other' && random.next() < 0.8;
      const last = said === null || (name === 'support' && (given.score ?? 0) > 3);
      const answered = {
        ...given,
        ...(ease ? { ease: random.pick([5, 5, 4, 4, 4, 3, 2]) } : {}),
        ...(last ? {} : { [name === 'support' ? 'reason' : 'words']: said }),
      };
      const place = random.next();
      const outcome =
        place < 0.62 ? 'answered' : place < 0.72 ? 'partial' : place < 0.92 ? 'dismissed' : 'shown';
      return {
        id: stableId('response', who),
        project_id: demoProjectId,
        survey_id: id,
        visitor_id: stableId('visitor', who),
        outcome,
        answers: outcome === 'answered' ? answered : outcome === 'partial' ? given : {},
        locale,
        page_url: `${demoOrigins[0]}/${page}`,
        idempotency_key: stableId('response key', who),
        created_at: new Date(at),
      };
    }),
  );
  return { visitors, responses };
}
