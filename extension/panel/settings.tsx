import { useId } from 'preact/hooks';
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

/** Language, appearance, what is covered in pictures, and which inbox as whom. */
export function Settings(props: {
  status: Status | null;
  refresh: () => Promise<void>;
  onClose: () => void;
}) {
  const { status, refresh, onClose } = props;
  const { t, preferences } = useFrame();

  const prefer = (change: Partial<Preferences>) => void write('preferences', { ...preferences, ...change });
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
        onValue={(value) => prefer({ locale: locales.find((locale) => locale === value) })}
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
          onChange={(theme) => prefer({ theme: theme === 'auto' ? undefined : theme })}
          options={[
            { value: 'auto', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
      </div>
      <fieldset class="panel-cover">
        <legend class="hb-label">{t('cover')}</legend>
        <p class="hb-hint">{t('coverAlways')}</p>
        <Check
          label={t('coverFields')}
          checked={preferences.coverFields || preferences.coverText || false}
          disabled={preferences.coverText}
          onChange={(coverFields) => prefer({ coverFields })}
        />
        <Check
          label={t('coverText')}
          hint={t('coverTextHint')}
          checked={preferences.coverText ?? false}
          onChange={(coverText) => prefer({ coverText })}
        />
      </fieldset>
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

function Check(props: {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean | undefined;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  const { label, hint, checked, disabled, onChange } = props;
  return (
    <div class="panel-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hb-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
