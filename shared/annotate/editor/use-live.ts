import { useRef, useState } from 'preact/hooks';

/** A state that can be read at once after it was set: a key and the loss of focus it brings come before a render. */
export function useLive<T>(first: T): [{ readonly current: T }, (next: T) => void] {
  const live = useRef(first);
  const [, render] = useState(0);
  return [
    live,
    (next) => {
      live.current = next;
      render((count) => count + 1);
    },
  ];
}
