import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../../app/panel.ts';
import { articlesRead } from '../../articles/read.ts';
import { addSheet } from '../../frame/sheet.ts';
import type { Context, User } from '../../public.ts';
import { choose, leftOut } from './choices.ts';
import { Fact } from './fact.tsx';
import { type Row, rowsOf } from './rows.ts';
import { contextNow, holdShown } from './shown.ts';
import css from './what-is-sent.css?inline';
import { useContextWords } from './words.ts';

/**
 * Everything that goes with the message, to be read before it goes and left out part by part. What was shown last is
 * what is sent, until the panel is closed.
 *
 * @param props.shown whether it is unfolded
 * @param props.question suggestion session of a question: what was read for it goes along
 */
export function WhatIsSent({ shown, question }: { shown: boolean; question: string | null }) {
  const { core, open } = usePanel();
  const words = useContextWords();
  const { t } = words;
  const [context, setContext] = useState<Context>({});
  const [user, setUser] = useState<User | null>(null);
  const [left, setLeft] = useState(() => leftOut(core));
  addSheet(core.shadow, css);

  useEffect(() => {
    if (!open || !shown) return;
    const look = async () => {
      const now = await contextNow(core);
      holdShown(core, now);
      setContext(now);
      setUser((await core.session()).user());
    };
    look().catch(core.report);
  }, [core, open, shown]);
  useEffect(() => () => holdShown(core, null), [core, open]);

  const read = question ? articlesRead(question) : [];
  const rows: Row[] = rowsOf(context, words);
  if (read.length > 0)
    rows.push({
      part: 'articles',
      name: t('articles', { count: read.length }),
      lines: read.map(({ title }) => title),
    });
  const known = [
    [t('name'), user?.name],
    [t('email'), user?.email],
  ].filter((pair) => pair[1]);

  return (
    <div class="facts">
      <p class="quiet">{t('intro')}</p>
      <ul>
        {rows.map((row) => (
          <Fact
            key={row.part}
            row={row}
            sent={!left.has(row.part)}
            onSent={(sent) => setLeft(choose(core, row.part, sent))}
          />
        ))}
      </ul>
      {known.length > 0 && (
        <>
          <dl>
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p class="quiet">{t('known')}</p>
        </>
      )}
      <p class="quiet">{t('none')}</p>
    </div>
  );
}
