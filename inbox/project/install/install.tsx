import { useState } from 'preact/hooks';
import { Tabs } from '../../../shared/ui/choice.tsx';
import { useWorkplace } from '../../app/workplace.ts';
import { useText } from '../../settings/text.ts';
import { Section } from '../section.tsx';
import { texts } from '../texts.ts';
import { Code } from './code.tsx';
import { snippet, type Way, ways } from './snippets.ts';

/** The lines that put the widget into the product. */
export function Install({ projectKey }: { projectKey: string }) {
  const t = useText(texts);
  const { backend } = useWorkplace();
  const [way, setWay] = useState<Way>('script');
  return (
    <Section title={t('install')} about={t('install_about')}>
      <Tabs
        label={t('install_way')}
        value={way}
        options={ways.map((one) => ({ value: one, label: t(`way_${one}`) }))}
        onChange={setWay}
      >
        <Code label={t('snippet')} text={snippet(way, { key: projectKey, apiUrl: backend.apiUrl })} />
        <p class="hb-hint">{t(way === 'script' ? 'install_script_hint' : 'install_package_hint')}</p>
      </Tabs>
    </Section>
  );
}
