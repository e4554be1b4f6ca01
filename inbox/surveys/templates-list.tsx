import './templates.css';
import { Icon } from '../../shared/ui/icon.tsx';
import { chart, idea, message, note, pencil } from '../../shared/ui/icons.ts';
import { useWorkplace } from '../app/workplace.ts';
import { Link } from '../routing/link.tsx';
import { useText } from '../settings/text.ts';
import { type TemplateName, templateNames } from './definition/templates.ts';
import { surveys } from './texts.ts';

const icons: Readonly<Record<TemplateName, string>> = {
  nps: chart,
  csat: message,
  ces: note,
  feature: idea,
  empty: pencil,
};

/** What a new survey can begin with. `empty`: there is none yet. */
export function Templates({ empty }: { empty?: boolean }) {
  const { may } = useWorkplace();
  const t = useText(surveys);
  return (
    <section class="templates" aria-labelledby="templates-title">
      <h2 id="templates-title">{t(empty ? 'empty_title' : 'begin_with')}</h2>
      {empty && <p class="muted">{t('empty')}</p>}
      {may.file && (
        <ul>
          {templateNames.map((name) => (
            <li key={name}>
              <Link class="template" to={{ name: 'new-survey', template: name }}>
                <Icon path={icons[name]} />
                <span>
                  <strong>{t(`template_${name}`)}</strong>
                  <span class="muted">{t(`template_${name}_text`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
