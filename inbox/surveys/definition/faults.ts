import type { Localized, Question } from '../../../shared/domain/survey.ts';
import { surveyLimits as max } from '../../../shared/domain/survey-limits.ts';
import { scaleOf } from '../../../shared/survey/answers.ts';
import type { Draft } from './draft.ts';
import { chosen, scaled, testOf, testsOf, wantedOf } from './edit.ts';

/** What can be wrong with a draft; each has its sentence in the catalogue. `path` names the field. */
export type FaultCode =
  | 'text_missing'
  | 'text_long'
  | 'name'
  | 'slug'
  | 'slug_taken'
  | 'no_questions'
  | 'many_questions'
  | 'main_question'
  | 'options_few'
  | 'options_many'
  | 'scale'
  | 'branch_back'
  | 'branch_value'
  | 'pages'
  | 'page_start'
  | 'event'
  | 'delay'
  | 'scroll'
  | 'sample'
  | 'priority'
  | 'dates'
  | 'cooldown'
  | 'trait'
  | 'trait_value';
export type Fault = { path: string; code: FaultCode };

const slug = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const whole = (value: number, low: number, high: number) =>
  Number.isInteger(value) && value >= low && value <= high;

function textFault(texts: Localized | null | undefined, length: number): FaultCode | null {
  const given = [texts?.en ?? '', texts?.['zh-CN'] ?? ''].map((text) => text.trim());
  if (given.every((text) => text === '')) return 'text_missing';
  return given.some((text) => [...text].length > length) ? 'text_long' : null;
}

/** What of a cleaned draft the server would refuse, and where: in the order of the form. */
export function faults(draft: Draft): Fault[] {
  const found: Fault[] = [];
  const say = (path: string, code: FaultCode | null | false) => {
    if (code) found.push({ path, code });
  };
  say('name', !whole([...draft.name.trim()].length, 1, max.name) && 'name');
  say('slug', !slug.test(draft.slug) && 'slug');
  say('questions', draft.questions.length === 0 && 'no_questions');
  say('questions', draft.questions.length > max.questions && 'many_questions');
  draft.questions.forEach((question, at) => {
    const later = draft.questions.slice(at + 1).map((one) => one.id);
    for (const fault of questionFaults(question, later)) say(`questions.${at}.${fault.path}`, fault.code);
  });
  const measures = draft.kind === 'custom' || draft.questions.some((one) => one.kind === draft.kind);
  say('questions', draft.questions.length > 0 && !measures && 'main_question');
  say('thanks', draft.thanks && textFault(draft.thanks, max.title));

  const { pages, event, delaySeconds, scrollPercent } = draft.trigger;
  say('trigger.pages', (pages.length > max.pages || pages.some((one) => one.length > max.page)) && 'pages');
  say('trigger.pages', pages.some((one) => !/^!?[/*]/.test(one)) && 'page_start');
  say('trigger.event', event !== null && event.length > max.event && 'event');
  say('trigger.delay', !whole(delaySeconds, 0, max.delay) && 'delay');
  say('trigger.scroll', scrollPercent !== null && !whole(scrollPercent, 1, 100) && 'scroll');
  draft.audience.forEach(({ trait, op, value }, at) => {
    say(`audience.${at}.trait`, !whole(trait.trim().length, 1, max.trait) && 'trait');
    const compares = op === 'over' || op === 'under';
    const good = compares
      ? typeof value === 'number' && Number.isFinite(value)
      : op === 'exists' || (typeof value !== 'number' && whole(String(value).length, 1, max.trait));
    say(`audience.${at}.value`, !good && 'trait_value');
  });
  say('sample', !whole(draft.samplePercent, 1, 100) && 'sample');
  say('priority', !whole(draft.priority, -100, 100) && 'priority');
  say(
    'ends',
    draft.startsAt && draft.endsAt && Date.parse(draft.endsAt) <= Date.parse(draft.startsAt) ? 'dates' : null,
  );
  say('cooldown', draft.cooldownDays !== null && !whole(draft.cooldownDays, 0, 3650) && 'cooldown');
  return found;
}

function questionFaults(question: Question, later: readonly string[]): Fault[] {
  const found: Fault[] = [];
  const say = (path: string, code: FaultCode | null | false) => {
    if (code) found.push({ path, code });
  };
  const long = (texts: Localized | undefined, length: number) =>
    texts !== undefined && textFault(texts, length) === 'text_long' && ('text_long' as const);
  say('title', textFault(question.title, max.title));
  say('hint', long(question.hint, max.title));
  if (scaled(question.kind)) {
    say('low', long(question.low, max.label));
    say('high', long(question.high, max.label));
  }
  say('scale', question.kind === 'rating' && !whole(question.scale ?? 0, 3, 10) && 'scale');
  const options = question.options ?? [];
  if (chosen(question.kind)) {
    say('options', options.length < 2 && 'options_few');
    say('options', options.length > max.options && 'options_many');
    for (const [at, option] of options.entries()) say(`options.${at}`, textFault(option.label, max.label));
  }
  const scale = scaleOf(question);
  question.next?.forEach((branch, at) => {
    const test = testOf(branch.if);
    const value = wantedOf(branch.if);
    const good =
      test === 'skipped' ||
      (scale
        ? whole(Number(value), scale.from, scale.to) && value !== ''
        : options.some((one) => one.id === value));
    say(`next.${at}`, (!testsOf(question.kind).includes(test) || !good) && 'branch_value');
    say(`next.${at}`, branch.to !== 'end' && !later.includes(branch.to) && 'branch_back');
  });
  return found;
}
