import { parseTime } from '../../shared/i18n/time.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { book, lock } from '../../shared/ui/icons.ts';
import { conversations } from '../conversations/texts.ts';
import { named } from '../pictures/marks/marks.ts';
import { pictures } from '../pictures/marks/texts.ts';
import { type Picture, Thumbnail } from '../pictures/thumbnail.tsx';
import { Link } from '../routing/link.tsx';
import { useText } from '../settings/text.ts';
import { Ago } from '../view/ago.tsx';
import { FileList } from './files/file-list.tsx';
import { splitLinks } from './links.ts';
import type { Message } from './queries.ts';

/** One message. Whether visitor, member or note is said in words, shape and colour. */
export function MessageView(props: {
  message: Message;
  who: string;
  now: number;
  mayWrite: boolean;
  onOpen: (picture: Picture) => void;
}) {
  const { message, who, now, mayWrite, onOpen } = props;
  const t = useText(conversations);
  const words = useText(pictures);
  const look = message.internal ? 'note' : message.author;
  const role = message.internal ? t('author_note') : t(`author_${message.author}`);
  return (
    <article class={`message message-${look}`} aria-label={`${role}: ${who}`}>
      <header class="message-head">
        {message.internal && <Icon path={lock} size={16} />}
        <strong>
          <bdi>{who}</bdi>
        </strong>
        <span class="message-role">{role}</span>
        <Ago at={parseTime(message.created_at)} now={now} />
      </header>
      <p class="message-body">
        {splitLinks(message.body).map((part, index) =>
          part.href ? (
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
      {message.pictures.length > 0 && (
        <ul class="thumbnails">
          {message.pictures.map((picture, index) => (
            <li key={picture.id}>
              <Thumbnail
                bucket="attachments"
                picture={picture}
                label={named(t('open_picture', { number: `${index + 1}` }), picture.annotation, words)}
                onOpen={() => onOpen(picture)}
              />
            </li>
          ))}
        </ul>
      )}
      {message.files.length > 0 && <FileList files={message.files} />}
      {message.author === 'member' && !message.internal && mayWrite && (
        <footer class="message-foot">
          <Link class="quiet-link" to={{ name: 'new-article', fromMessage: message.id }}>
            <Icon path={book} size={16} /> {t('make_article')}
          </Link>
        </footer>
      )}
    </article>
  );
}
