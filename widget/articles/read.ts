export interface ReadArticle {
  readonly id: string;
  readonly title: string;
}

const read = new Map<string, readonly ReadArticle[]>();

/** Notes that an article was opened while the question of this suggestion session was being written. */
export function noteRead(session: string, { id, title }: ReadArticle): void {
  const before = articlesRead(session);
  if (!before.some((each) => each.id === id)) read.set(session, [...before, { id, title }]);
}

/** What was read before the question is sent, first to last: staff see it beside the question. */
export const articlesRead = (session: string): readonly ReadArticle[] => read.get(session) ?? [];
