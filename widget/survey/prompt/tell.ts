import type {
  Answers,
  AnswerValue,
  SurveyDefinition,
  SurveyResponse,
} from '../../../shared/domain/survey.ts';
import { validAnswer } from '../../../shared/survey/answers.ts';
import { visitorToken } from '../../client/token.ts';
import type { Core } from '../../loader/core.ts';
import { beforeSend } from '../../sending/before-send.ts';
import { openSender } from '../../sending/open.ts';
import { placeOfPage } from './place-of-page.ts';

export interface Teller {
  /** False once the visitor has become somebody else: what was asked of one is not answered by another. */
  isHis(): boolean;
  /** Counts as seen, where no claim has said so already. */
  shown(): Promise<void>;
  /** Keeps what was answered so far; `complete` with the last. */
  answer(answers: Answers, complete: boolean): Promise<void>;
  /** Closed before the end. Answers that were given stay. */
  leave(): Promise<void>;
}

/**
 * What becomes of a survey is told under one key: the server fills in one response, whatever arrives and how often.
 * Each answer goes at once through the outbox, so that a closed tab loses none.
 *
 * @param key of the claim, if there was one
 * @param conversationId of the closed conversation whose thread asks
 */
export function tellerOf(
  core: Core,
  survey: Pick<SurveyDefinition, 'id' | 'slug' | 'questions'>,
  { key, conversationId }: { key: string; conversationId?: string },
): Teller {
  const page = { ...placeOfPage(), ...(conversationId ? { conversationId } : {}) };
  const visitor = visitorToken(core.store);
  const isHis = () => visitorToken(core.store) === visitor;
  let answered = false;
  let over = false;
  // One after the other: a host's beforeSend may take its time, and the last word is to stand.
  let turn: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => Promise<unknown>): Promise<void> => {
    turn = turn.then(work).catch(core.report);
    return turn.then(() => {});
  };
  const send = async (outcome: SurveyResponse['outcome'], answers: Answers) => {
    if (!isHis()) return;
    const response = { outcome, answers, locale: core.locale(), ...page };
    const sender = await openSender(core);
    await sender.enqueue({ kind: 'response', payload: { survey: survey.id, response } }, key);
  };
  return {
    isHis,
    shown: () => inOrder(() => send('shown', {})),
    answer(answers, complete) {
      answered = true;
      over = complete;
      core.emit('survey-answered', { survey: survey.slug, answers: { ...answers }, complete });
      return inOrder(async () => {
        const checked = await beforeSend(core, { type: 'response', answers: { ...answers }, files: [] });
        if (!checked) return;
        const left = validOf(survey, checked.answers ?? {});
        // With nothing left of them there is nothing to keep yet.
        if (complete || Object.keys(left).length > 0) await send(complete ? 'answered' : 'partial', left);
      });
    },
    leave() {
      if (over) return Promise.resolve();
      core.emit('survey-dismissed', { survey: survey.slug });
      return answered ? Promise.resolve() : inOrder(() => send('dismissed', {}));
    },
  };
}

/** Of answers that went through the host's hands those that can be answers. */
function validOf(survey: Pick<SurveyDefinition, 'questions'>, answers: Record<string, unknown>): Answers {
  const valid: Record<string, AnswerValue> = {};
  for (const question of survey.questions) {
    const answer = answers[question.id];
    if (validAnswer(question, answer)) valid[question.id] = answer;
  }
  return valid;
}
