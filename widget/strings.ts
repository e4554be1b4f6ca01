import type annotate from '../shared/i18n/annotate/en.ts';
import type outbox from '../shared/i18n/outbox/en.ts';
import type pick from '../shared/i18n/pick/en.ts';
import type articles from '../shared/i18n/widget/articles/en.ts';
import type badge from '../shared/i18n/widget/badge/en.ts';
import type context from '../shared/i18n/widget/context/en.ts';
import type conversations from '../shared/i18n/widget/conversations/en.ts';
import type app from '../shared/i18n/widget/en.ts';
import type later from '../shared/i18n/widget/later/en.ts';
import type launcher from '../shared/i18n/widget/launcher/en.ts';
import type picture from '../shared/i18n/widget/picture/en.ts';
import type sending from '../shared/i18n/widget/sending/en.ts';
import type survey from '../shared/i18n/widget/survey/en.ts';

/** The catalogues of the widget, each by the name that stands before the dot in a `StringKey`. */
export interface Catalogues {
  app: typeof app;
  launcher: typeof launcher;
  badge: typeof badge;
  later: typeof later;
  articles: typeof articles;
  context: typeof context;
  conversations: typeof conversations;
  picture: typeof picture;
  annotate: typeof annotate;
  pick: typeof pick;
  sending: typeof sending & typeof outbox;
  survey: typeof survey;
}

/** `<catalogue>.<name>` of every text of the widget. */
export type StringKey = {
  [Name in keyof Catalogues]: `${Name}.${keyof Catalogues[Name] & string}`;
}[keyof Catalogues];
