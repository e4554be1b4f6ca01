import { z } from 'zod';
import { limits } from './limits.ts';
import { locale, surveyKind, surveyOutcome } from './nouns.ts';
import { surveyLimits as max } from './survey-limits.ts';

/**
 * Surveys as they cross the wire between the widget and the function `widget`. What is asked next and when is decided
 * by shared/survey; what makes a definition sound (branches that lead onwards, options that differ) is enforced by
 * SQL (`private.survey_fault`) when staff save it, so that here only shapes are described.
 */

const id = z.uuid();
/** Names a survey within its project, a question within its survey, an option within its question. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);

export const questionKind = z.enum(['nps', 'csat', 'ces', 'rating', 'choice', 'several', 'text']);
export type QuestionKind = z.infer<typeof questionKind>;

/** A text in one language or both. Where the reader's is missing he reads the other. */
const localized = (length: number) =>
  z
    .object({
      en: z.string().min(1).max(length).optional(),
      'zh-CN': z.string().min(1).max(length).optional(),
    })
    .refine((texts) => texts.en !== undefined || texts['zh-CN'] !== undefined, 'a text in no language');
export type Localized = { en?: string | undefined; 'zh-CN'?: string | undefined };

/** A number on a scale, the id of an option, the ids of several, a text. A question that was skipped has none. */
export const answerValue = z.union([
  z.number(),
  z.string().max(limits.commentLength),
  z.array(slug).max(max.options),
]);
export type AnswerValue = z.infer<typeof answerValue>;
/** By id of the question. */
export const surveyAnswers = z
  .record(slug, answerValue)
  .refine((answers) => Object.keys(answers).length <= max.questions, 'more answers than questions');
export type Answers = Readonly<Record<string, AnswerValue>>;

/**
 * One condition: `is` and `not` compare with the whole answer, `under` and `over` with a number, `has` asks whether
 * an option is among the chosen, `skipped` whether there is no answer. Nothing but `skipped` and `not` fits a
 * question without an answer.
 */
const condition = z
  .object({
    is: z.union([z.number(), z.string()]).optional(),
    not: z.union([z.number(), z.string()]).optional(),
    under: z.number().optional(),
    over: z.number().optional(),
    has: slug.optional(),
    skipped: z.literal(true).optional(),
  })
  .refine((one) => Object.keys(one).length === 1, 'a branch has exactly one condition');
export type Condition = z.infer<typeof condition>;

export const surveyQuestion = z.object({
  id: slug,
  kind: questionKind,
  title: localized(max.title),
  hint: localized(max.title).optional(),
  required: z.boolean(),
  /** Of `rating` only: how many points, 1 being the lowest. */
  scale: z.int().min(3).max(10).optional(),
  /** Words at the two ends of a scale. */
  low: localized(max.label).optional(),
  high: localized(max.label).optional(),
  /** Of `choice` and `several` only. */
  options: z
    .array(z.object({ id: slug, label: localized(max.label) }))
    .max(max.options)
    .optional(),
  /** The first that fits says what follows: a later question's id, or `end`. Where none fits, the next in order. */
  next: z
    .array(z.object({ if: condition, to: slug }))
    .max(max.branches)
    .optional(),
});
export type Question = z.infer<typeof surveyQuestion>;

/** When a survey is due on a page. All that is set must hold. */
export const surveyTrigger = z.object({
  /** Patterns of paths, `*` within a segment, `**` across them; one that begins with `!` excludes. Empty: every page. */
  pages: z.array(z.string().min(1).max(max.page)).max(max.pages),
  /** Waits until the host calls `track` with this name. */
  event: z.string().min(1).max(max.event).nullable(),
  /** Seconds from the opening of the page, or from the event where there is one. */
  delaySeconds: z.int().min(0).max(max.delay),
  /** Waits until this much of the page was scrolled past the upper edge of what is seen, in per cent. */
  scrollPercent: z.int().min(1).max(100).nullable(),
  /** Waits until the pointer leaves the page by its upper edge. */
  exitIntent: z.boolean(),
  /** Asked in the thread of a conversation that was closed, and nowhere else. */
  conversationClosed: z.boolean(),
});
export type SurveyTrigger = z.infer<typeof surveyTrigger>;

export const surveyDefinition = z.object({
  id,
  slug,
  kind: surveyKind,
  questions: z.array(surveyQuestion).min(1).max(max.questions),
  thanks: localized(max.title).nullable(),
  trigger: surveyTrigger,
});
export type SurveyDefinition = z.infer<typeof surveyDefinition>;

/**
 * Answer of `GET /surveys/due`: what this visitor may be asked, the most important first; which of them his page
 * calls for is the browser's to see. `GET /surveys/due?slug=…` answers that one alone, if he may be asked it now.
 */
export const dueSurveys = z.object({ surveys: z.array(surveyDefinition).max(max.due) });
export type DueSurveys = z.infer<typeof dueSurveys>;

/** Query of `GET /surveys/due`. */
export const dueQuery = z.object({ slug: slug.optional() });
export type DueQuery = z.infer<typeof dueQuery>;

/**
 * Body of `POST /surveys/:id/responses`. `shown` claims the right to ask: refused with `conflict` the card is not
 * put. Repeats with the same key fill in the same response; `answers` are all that there are so far. What was
 * answered stays answered, whatever arrives late; `dismissed` keeps the answers there are.
 */
export const surveyResponse = z
  .object({
    idempotencyKey: id,
    outcome: surveyOutcome,
    answers: surveyAnswers.default({}),
    locale,
    pageUrl: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional(),
    /** The closed conversation whose thread asks. */
    conversationId: id.optional(),
  })
  .strict();
export type SurveyResponse = z.input<typeof surveyResponse>;

export const savedResponse = z.object({ responseId: id });
export type SavedResponse = z.infer<typeof savedResponse>;
