import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { chevronDown } from '../../shared/ui/icons.ts';
import { conversations } from '../conversations/texts.ts';
import { useText } from '../settings/text.ts';
import type { Message } from './queries.ts';

/** The messages, newest at the foot and in sight. New ones scroll in only if the reader is at the foot already. */
export function MessageList({
  messages,
  children,
}: {
  messages: readonly Message[];
  children: ComponentChildren;
}) {
  const t = useText(conversations);
  const box = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const last = messages.at(-1)?.id;

  const toFoot = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setUnseen(false);
  };
  useLayoutEffect(() => {
    if (atFoot.current) toFoot();
    else setUnseen(true);
  }, [last]);
  useLayoutEffect(() => {
    if (!box.current) return;
    // Pictures and the growing reply box change the height.
    const watch = new ResizeObserver(() => atFoot.current && toFoot());
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="messages-frame">
      <div
        ref={box}
        class="messages"
        role="log"
        aria-label={t('messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
          atFoot.current = scrollTop + clientHeight > scrollHeight - 60;
          if (atFoot.current) setUnseen(false);
        }}
      >
        {children}
      </div>
      {unseen && (
        <Button class="unseen" icon={chevronDown} onClick={toFoot}>
          {t('new_below')}
        </Button>
      )}
    </div>
  );
}
