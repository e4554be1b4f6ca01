import { Icon } from '../../../shared/ui/icon.tsx';
import { book } from '../../../shared/ui/icons.ts';
import { useWorkplace } from '../../app/workplace.ts';
import { conversations } from '../../conversations/texts.ts';
import { useLoad } from '../../data/use-load.ts';
import { Link } from '../../routing/link.tsx';
import { useText } from '../../settings/text.ts';
import { readBefore } from './read-before.ts';

/**
 * The articles that were offered before this was asked, so that nobody answers with one that was read already.
 * Nothing where there were none, or where they cannot be read: the conversation goes on without.
 */
export function ReadBefore({ project, conversation }: { project: string; conversation: string }) {
  const { backend } = useWorkplace();
  const t = useText(conversations);
  const { load } = useLoad(() => readBefore(backend.db, project, conversation), [conversation]);
  if (load.state !== 'ready' || load.value.length === 0) return null;
  return (
    <section class="thread-event read-before" aria-labelledby="read-before">
      <h3 id="read-before">
        <Icon path={book} size={16} /> {t('read_before')}
      </h3>
      <ul>
        {load.value.map((article) => (
          <li key={article.id}>
            <Link to={{ name: 'article', id: article.id }}>
              <bdi>{article.title}</bdi>
            </Link>{' '}
            <span class="muted">{t(`went_${article.went}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
