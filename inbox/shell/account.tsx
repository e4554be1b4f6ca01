import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { info, settings, signOut as signOutIcon } from '../../shared/ui/icons.ts';
import { useWorkplace } from '../app/workplace.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ProjectSwitch } from './project-switch.tsx';
import { LanguageSwitch, ThemeSwitch } from './switches.tsx';

/** Who is signed in, and what he sets for himself. */
export function AccountDialog(props: { onClose: () => void; onShortcuts: () => void; signOut: () => void }) {
  const { me, projects } = useWorkplace();
  const t = useText(shell);
  return (
    <Dialog
      title={me.name}
      closeLabel={t('close')}
      onClose={props.onClose}
      width="400px"
      footer={
        <>
          <Button
            icon={info}
            variant="ghost"
            onClick={() => {
              props.onClose();
              props.onShortcuts();
            }}
          >
            {t('shortcuts')}
          </Button>
          <Button
            icon={settings}
            variant="ghost"
            onClick={() => {
              props.onClose();
              navigate({ name: 'settings' });
            }}
          >
            {t('nav_settings')}
          </Button>
          <Button icon={signOutIcon} onClick={props.signOut}>
            {t('sign_out')}
          </Button>
        </>
      }
    >
      <p class="muted account-who">
        {me.email} · {t(`role_${me.role}`)}
      </p>
      {projects.length > 1 && (
        <div class="account-line">
          <span aria-hidden="true">{t('project')}</span>
          <ProjectSwitch />
        </div>
      )}
      <div class="account-line">
        <span aria-hidden="true">{t('language')}</span>
        <LanguageSwitch />
      </div>
      <div class="account-line">
        <span aria-hidden="true">{t('theme')}</span>
        <ThemeSwitch />
      </div>
    </Dialog>
  );
}
