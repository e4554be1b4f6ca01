import { z } from 'zod';

/** The closed sets that tables, functions and views share. The SQL enums hold the same words in the same order. */
export const memberRole = z.enum(['owner', 'admin', 'agent', 'pm', 'viewer']);
export type MemberRole = z.infer<typeof memberRole>;

export const conversationKind = z.enum(['bug', 'idea', 'question', 'praise', 'score']);
export type ConversationKind = z.infer<typeof conversationKind>;

export const conversationStatus = z.enum(['open', 'snoozed', 'closed']);
export type ConversationStatus = z.infer<typeof conversationStatus>;

export const messageAuthor = z.enum(['visitor', 'member', 'system']);
export type MessageAuthor = z.infer<typeof messageAuthor>;

export const articleStatus = z.enum(['draft', 'published']);
export type ArticleStatus = z.infer<typeof articleStatus>;

export const locale = z.enum(['en', 'zh-CN']);
export type Locale = z.infer<typeof locale>;

/** What a survey is about: the score that it gives, or none. */
export const surveyKind = z.enum(['nps', 'csat', 'ces', 'custom']);
export type SurveyKind = z.infer<typeof surveyKind>;

/** What became of a survey that was put to a visitor: `partial` is some answers, `answered` all he was to give. */
export const surveyOutcome = z.enum(['shown', 'dismissed', 'partial', 'answered']);
export type SurveyOutcome = z.infer<typeof surveyOutcome>;

/** What became of an article that was offered while somebody typed a question. */
export const suggestionOutcome = z.enum(['shown', 'opened', 'helped', 'submitted_anyway']);
export type SuggestionOutcome = z.infer<typeof suggestionOutcome>;
