import type { Team as TeamData } from '../../../shared/domain/team.ts';
import { usePanel } from '../../app/panel.ts';
import { addSheet } from '../../frame/sheet.ts';
import { useConversationWords } from '../words.ts';
import { expectation } from './expect.ts';
import css from './team.css?inline';

/** Who answers and when to expect it; nothing where neither is known. */
export function Team({ team }: { team: TeamData }) {
  const { core } = usePanel();
  const { t, language } = useConversationWords();
  const expected = expectation(team, Date.now(), language);
  const names = team.people.map(({ name }) => name).filter(Boolean);
  if (!expected && names.length === 0) return null;
  addSheet(core.shadow, css);
  return (
    <div class="team">
      {names.length > 0 && (
        <span class="faces" aria-hidden="true">
          {names.map((name) => (
            <span key={name} class="face">
              {initial(name)}
            </span>
          ))}
        </span>
      )}
      <span class="grow">
        {names.length > 0 && (
          <b>{new Intl.ListFormat(language, { style: 'short', type: 'conjunction' }).format(names)}</b>
        )}
        {expected && <span class="quiet">{t(expected.phrase, { ...expected })}</span>}
      </span>
    </div>
  );
}

/** The first letter as people see letters: what is drawn from several characters stays whole. */
const initial = (name: string) =>
  [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '';
