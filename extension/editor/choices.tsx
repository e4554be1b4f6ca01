import { Select, TextField } from '../../shared/ui/field.tsx';
import { type Competitor, type CompetitorChoice, domainOf, proposeName } from '../filing/competitor.ts';
import type { BoardChoice } from '../filing/filing.ts';
import type { Catalogue } from '../settings/keys.ts';
import { useFrame } from '../views/app-frame.tsx';
import type { FormField } from './form.ts';

type ErrorOf = (field: FormField) => string | undefined;

/** No id has this form. */
const none = '-none';
const another = '-new';

/** Whom the capture is about; a competitor who is not on the list is named in place. */
export function ChooseCompetitor(props: {
  choice: CompetitorChoice;
  competitors: readonly Competitor[];
  pageUrl: string | null;
  error: ErrorOf;
  onChoice: (choice: CompetitorChoice) => void;
}) {
  const { choice, competitors, pageUrl, error, onChoice } = props;
  const { t } = useFrame();
  const choose = (value: string) => {
    if (value === none) return onChoice({ kind: 'none' });
    if (value !== another) return onChoice({ kind: 'known', id: value });
    const domain = (pageUrl && domainOf(pageUrl)) || '';
    onChoice({ kind: 'new', name: domain && proposeName(domain), domain });
  };
  return (
    <>
      <Select
        label={t('competitorLabel')}
        value={choice.kind === 'known' ? choice.id : choice.kind === 'new' ? another : none}
        onValue={choose}
        options={[
          { value: none, label: t('competitorNone') },
          ...competitors.map(({ id, name, domain }) => ({
            value: id,
            label: t('competitorKnown', { name, domain }),
          })),
          { value: another, label: t('competitorNew') },
        ]}
      />
      {choice.kind === 'new' && (
        <div class="editor-new">
          <TextField
            label={t('competitorName')}
            name="competitorName"
            value={choice.name}
            maxLength={100}
            onValue={(name) => onChoice({ ...choice, name })}
            error={error('competitorName')}
          />
          <TextField
            label={t('competitorDomain')}
            name="competitorDomain"
            value={choice.domain}
            maxLength={253}
            spellcheck={false}
            autocapitalize="none"
            hint={t('competitorNewHint')}
            onValue={(domain) => onChoice({ ...choice, domain })}
            error={error('competitorDomain')}
          />
        </div>
      )}
    </>
  );
}

/** Where the capture goes; a new board is named in place. */
export function ChooseBoard(props: {
  choice: BoardChoice | null;
  boards: Catalogue['boards'];
  error: ErrorOf;
  onChoice: (choice: BoardChoice | undefined) => void;
}) {
  const { choice, boards, error, onChoice } = props;
  const { t } = useFrame();
  const choose = (value: string) => {
    const known = boards.find(({ id }) => id === value);
    onChoice(known ? { kind: 'known', ...known } : value === another ? { kind: 'new', name: '' } : undefined);
  };
  return (
    <>
      {boards.length > 0 && (
        <Select
          label={t('boardLabel')}
          name="board"
          value={choice?.kind === 'known' ? choice.id : choice ? another : none}
          onValue={choose}
          error={error('board')}
          options={[
            ...(choice ? [] : [{ value: none, label: t('boardChoose') }]),
            ...boards.map(({ id, name }) => ({ value: id, label: name })),
            { value: another, label: t('boardNew') },
          ]}
        />
      )}
      {choice?.kind === 'new' && (
        <div class={boards.length > 0 ? 'editor-new' : undefined}>
          <TextField
            label={t('boardName')}
            name="boardName"
            value={choice.name}
            maxLength={100}
            onValue={(name) => onChoice({ kind: 'new', name })}
            error={error('boardName')}
          />
        </div>
      )}
    </>
  );
}
