import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { chart, trash } from '../../../shared/ui/icons.ts';
import { Badge } from '../../../shared/ui/status.tsx';
import { useWorkplace } from '../../app/workplace.ts';
import { BackLink } from '../../routing/back-link.tsx';
import { Link } from '../../routing/link.tsx';
import { useText } from '../../settings/text.ts';
import type { Survey } from '../queries.ts';
import { surveys } from '../texts.ts';

/** The way back, the state, and what can be done with the whole survey. */
export function FormHead(props: {
  survey: Survey | null;
  active: boolean;
  changed: boolean;
  busy: 'save' | 'start' | null;
  /** @param run whether it is to run afterwards */
  onSave: (run: boolean, as: 'save' | 'start') => void;
  onDelete: () => void;
}) {
  const { survey, active, changed, busy, onSave, onDelete } = props;
  const { may } = useWorkplace();
  const t = useText(surveys);
  return (
    <header class="page-head">
      <BackLink to={{ name: 'surveys' }} label={t('back_to_list')} />
      <h1 tabIndex={-1}>{t(survey ? 'editing' : 'new_title')}</h1>
      <Badge dot tone={active ? 'success' : 'neutral'}>
        {t(active ? 'state_active' : survey ? 'state_paused' : 'state_draft')}
      </Badge>
      <span class="editor-state" role="status">
        {changed && t('unsaved')}
      </span>
      <div class="editor-actions">
        {survey && (
          <Link class="hb-button hb-ghost" to={{ name: 'survey-results', id: survey.id, range: '90d' }}>
            <Icon path={chart} /> {t('results')}
          </Link>
        )}
        {may.file && survey && (
          <Button variant="ghost" icon={trash} onClick={onDelete}>
            {t('delete')}
          </Button>
        )}
        {may.file &&
          (active ? (
            <>
              <Button busy={busy === 'start'} onClick={() => onSave(false, 'start')}>
                {t('pause')}
              </Button>
              <Button variant="primary" busy={busy === 'save'} onClick={() => onSave(true, 'save')}>
                {t('save')}
              </Button>
            </>
          ) : (
            <>
              <Button busy={busy === 'save'} onClick={() => onSave(false, 'save')}>
                {t('save')}
              </Button>
              <Button variant="primary" busy={busy === 'start'} onClick={() => onSave(true, 'start')}>
                {t(changed ? 'save_start' : 'activate')}
              </Button>
            </>
          ))}
      </div>
    </header>
  );
}
