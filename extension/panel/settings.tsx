import { localeNames, locales } from '../../shared/i18n/locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SegmentedControl } from '../../shared/ui/choice.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Select } from '../../shared/ui/field.tsx';
import { ask } from '../messages/ask.ts';
import type { Status } from '../messages/protocol.ts';
import { write } from '../settings/kept.ts';
import type { Preferences } from '../settings/keys.ts';
import { useFrame } from '../views/app-frame.tsx';

/** Language, appearance, and which inbox as whom. */
export function Settings(props: {
  status: Status | null;
  refresh: () => Promise<void>;
  onClose: () => void;
}) {
  const { status, refresh, onClose } = props;
  const { t, preferences } = useFrame();

  const prefer = (change: { [Key in keyof Preferences]: Preferences[Key] | 'auto' }) => {
    const next: Preferences = {};
    const { locale = preferences.locale, theme = preferences.theme } = change;
    if (locale && locale !== 'auto') next.locale = locale;
    if (theme && theme !== 'auto') next.theme = theme;
    void write('preferences', next);
  };
  const leave = async (question: 'sign-out' | 'disconnect') => {
    await ask(question, null);
    onClose();
    await refresh();
  };

  return (
    <Dialog title={t('settings')} closeLabel={t('close')} onClose={onClose}>
      <Select
        label={t('language')}
        value={preferences.locale ?? 'auto'}
        onValue={(value) => prefer({ locale: locales.find((locale) => locale === value) ?? 'auto' })}
        options={[
          { value: 'auto', label: t('browserLanguage') },
          ...locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
        ]}
      />
      <div class="hb-field">
        <span class="hb-label" aria-hidden="true">
          {t('theme')}
        </span>
        <SegmentedControl
          label={t('theme')}
          value={preferences.theme ?? 'auto'}
          onChange={(theme) => prefer({ theme })}
          options={[
            { value: 'auto', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
      </div>
      {status?.connection && (
        <dl class="panel-facts">
          <dt>{t('inbox')}</dt>
          <dd>
            {status.connection.name}
            <span class="panel-address">{status.connection.inboxUrl}</span>
          </dd>
          {status.member && (
            <>
              <dt>{t('signedInAs')}</dt>
              <dd>
                {status.member.name}
                <span class="panel-address">{status.member.email}</span>
              </dd>
            </>
          )}
        </dl>
      )}
      {status?.connection && (
        <div class="panel-actions">
          {status.member && <Button onClick={() => leave('sign-out')}>{t('signOut')}</Button>}
          <Button onClick={() => leave('disconnect')}>{t('changeInbox')}</Button>
          <p class="hb-hint">{t('changeInboxHint')}</p>
        </div>
      )}
    </Dialog>
  );
}
