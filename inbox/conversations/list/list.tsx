import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { inbox } from '../../../shared/ui/icons.ts';
import { EmptyState, Skeleton, Spinner } from '../../../shared/ui/status.tsx';
import { type ConversationFilter, everything } from '../../routing/route.ts';
import { navigate } from '../../routing/router.ts';
import { useText } from '../../settings/text.ts';
import { useShortcut } from '../../shortcuts/use-shortcut.ts';
import { FailureState } from '../../view/failure.tsx';
import { useNow } from '../../view/use-now.ts';
import { neighbour } from '../rows.ts';
import { conversations } from '../texts.ts';
import type { ConversationList } from '../use-conversations.ts';
import { Row } from './row.tsx';
import { heldScroll, visibleRows } from './window.ts';

/** Height of a row in CSS px; `.row` in conversations.css has the same. */
export const rowHeight = 76;

/** The loaded conversations, of which only those in sight are drawn. Tab enters it once, arrows move inside. */
export function List(props: {
  conversations: ConversationList;
  filter: ConversationFilter;
  selected: string | null;
}) {
  const { filter, selected } = props;
  const { list, state, failure, loadMore, retry } = props.conversations;
  const t = useText(conversations);
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(list.rows);
  const wantsFocus = useRef<string | null>(null);
  const [view, setView] = useState<View>({ top: 0, height: 800 });
  const [active, setActive] = useState<string | null>(selected);

  useEffect(() => {
    if (selected) setActive(selected);
  }, [selected]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setView((held) => viewOf(element, held)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [state === 'loading', list.rows.length === 0]);

  // Before the browser paints the new rows.
  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollTop = heldScroll(before.current, list.rows, element.scrollTop, rowHeight);
    before.current = list.rows;
  }, [list.rows]);

  const { first, end } = visibleRows(view.top, view.height, rowHeight, list.rows.length);
  const nearEnd = end + 20 >= list.rows.length;
  useEffect(() => {
    if (nearEnd && state === 'ready' && list.next) loadMore();
  }, [nearEnd, state, list.next]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-id="${wantsFocus.current}"]`);
    if (!link) return;
    wantsFocus.current = null;
    link.focus({ preventScroll: true });
  });

  const move = (step: 1 | -1) => {
    const next = neighbour(list, active, step);
    const element = box.current;
    if (!next || !element) return;
    const top = list.rows.indexOf(next) * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    wantsFocus.current = next.id;
    setActive(next.id);
    setView((held) => viewOf(element, held));
  };
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));
  useShortcut('open', () => {
    if (!active) return false;
    navigate({ name: 'conversations', id: active, filter });
    return true;
  });

  if (state === 'loading') return <LoadingRows label={t('loading_list')} />;
  if (state === 'failed' && failure && list.rows.length === 0)
    return <FailureState failure={failure} onRetry={retry} />;
  if (list.rows.length === 0) return <NoRows filter={filter} />;

  const entry = list.rows.some((row) => row.id === active) ? active : list.rows[0]?.id;
  return (
    <div
      ref={box}
      class="list"
      onScroll={(event) => {
        const element = event.currentTarget;
        setView((held) => viewOf(element, held));
      }}
    >
      <ul class="rows" aria-label={t('list')} style={{ blockSize: `${list.rows.length * rowHeight}px` }}>
        {list.rows.slice(first, end).map((row, index) => (
          <li
            key={row.id}
            aria-setsize={list.next ? -1 : list.rows.length}
            aria-posinset={first + index + 1}
            style={{ insetBlockStart: `${(first + index) * rowHeight}px` }}
          >
            <Row
              row={row}
              filter={filter}
              selected={row.id === selected}
              entry={row.id === entry}
              now={now}
              onFocus={setActive}
            />
          </li>
        ))}
      </ul>
      {state === 'more' && (
        <p class="list-end">
          <Spinner label={t('loading_more')} />
        </p>
      )}
      {state === 'failed' && (
        <p class="list-end" role="alert">
          {t('more_failed')} <Button onClick={retry}>{t('retry')}</Button>
        </p>
      )}
    </div>
  );
}

type View = { top: number; height: number };

/** What is in sight, in steps of a few rows, so that most movements of the scroll bar draw nothing anew. */
function viewOf(element: HTMLElement, held: View): View {
  const step = 4 * rowHeight;
  const top = Math.floor(element.scrollTop / step) * step;
  const height = element.clientHeight + step;
  return top === held.top && height === held.height ? held : { top, height };
}

function LoadingRows({ label }: { label: string }) {
  return (
    <div class="list loading-rows">
      <Skeleton lines={12} label={label} />
    </div>
  );
}

function NoRows({ filter }: { filter: ConversationFilter }) {
  const t = useText(conversations);
  const narrowed = filter.status !== everything.status || filter.kind !== everything.kind;
  return (
    <div class="list">
      <EmptyState
        icon={inbox}
        title={t(narrowed ? 'empty_filtered_title' : 'empty_title')}
        action={
          narrowed && (
            <Button onClick={() => navigate({ name: 'conversations', id: null, filter: everything })}>
              {t('reset_filter')}
            </Button>
          )
        }
      >
        {t(narrowed ? 'empty_filtered' : 'empty')}
      </EmptyState>
    </div>
  );
}
