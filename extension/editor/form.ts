import type { DraftForm } from '../drafts/draft.ts';
import { type CompetitorChoice, offerCompetitor, parseDomain } from '../filing/competitor.ts';
import type { BoardChoice } from '../filing/filing.ts';
import type { Catalogue, Habits, Project } from '../settings/keys.ts';

/** A form with every choice made, be it by the member or by proposal; `board` may still have to be chosen. */
export type FilledForm = {
  title: string;
  note: string;
  project: Project;
  competitor: CompetitorChoice;
  board: BoardChoice | null;
};

/** The project to begin with: the one chosen, else that of last time, else the first that takes captures. */
export function chooseProject(form: DraftForm, projects: readonly Project[], habits: Habits): Project | null {
  const open = projects.filter((project) => project.mayFile);
  return (
    open.find(({ id }) => id === form.projectId) ??
    open.find(({ id }) => id === habits.projectId) ??
    open[0] ??
    null
  );
}

/**
 * The form with proposals where nothing was chosen: the competitor by the page's domain; the board of last time,
 * the only board there is, or a new one where there is none. What is gone from the lists counts as not chosen.
 */
export function fillIn(
  form: DraftForm,
  page: { url: string | null },
  project: Project,
  catalogue: Catalogue,
  habits: Habits,
): FilledForm {
  const { competitor, board } = form;
  const knownCompetitor =
    competitor?.kind !== 'known' || catalogue.competitors.some(({ id }) => id === competitor.id);
  const usual = catalogue.boards.find(({ id }) => id === habits.boards[project.id]);
  const only = catalogue.boards.length === 1 ? catalogue.boards[0] : undefined;
  const proposed = usual ?? only;
  const chosenBoard =
    board?.kind === 'known' ? catalogue.boards.find(({ id }) => id === board.id) : undefined;
  const toKnown = (known: { id: string; name: string }): BoardChoice => ({ kind: 'known', ...known });
  return {
    title: form.title,
    note: form.note,
    project,
    competitor:
      competitor && knownCompetitor
        ? competitor
        : offerCompetitor(page.url, catalogue.competitors, project.origins),
    board:
      board?.kind === 'new'
        ? board
        : chosenBoard
          ? toKnown(chosenBoard)
          : proposed
            ? toKnown(proposed)
            : catalogue.boards.length
              ? null
              : { kind: 'new', name: '' },
  };
}

export type FormField = 'title' | 'competitorName' | 'competitorDomain' | 'board' | 'boardName';

/** Text keys of what is wrong, by field, in the order of the form; empty if it may be saved. */
export const problemTexts = {
  title: 'titleMissing',
  competitorName: 'competitorNameMissing',
  competitorDomain: 'competitorDomainWrong',
  board: 'boardMissing',
  boardName: 'boardNameMissing',
} as const satisfies Record<FormField, string>;

export function problems(form: FilledForm): FormField[] {
  const { title, competitor, board } = form;
  const wrong: FormField[] = [];
  if (!title.trim()) wrong.push('title');
  if (competitor.kind === 'new') {
    if (!competitor.name.trim()) wrong.push('competitorName');
    if (!parseDomain(competitor.domain)) wrong.push('competitorDomain');
  }
  if (!board) wrong.push('board');
  else if (board.kind === 'new' && !board.name.trim()) wrong.push('boardName');
  return wrong;
}

/** What is saved, without stray blanks: only to be called on a form without problems. */
export function settled(form: FilledForm): FilledForm & { board: BoardChoice } {
  const { competitor, board } = form;
  if (!board) throw new Error('a form without a board cannot be saved');
  return {
    ...form,
    title: form.title.trim(),
    note: form.note.trim(),
    competitor:
      competitor.kind === 'new'
        ? { ...competitor, name: competitor.name.trim(), domain: parseDomain(competitor.domain) ?? '' }
        : competitor,
    board: board.kind === 'new' ? { ...board, name: board.name.trim() } : board,
  };
}
