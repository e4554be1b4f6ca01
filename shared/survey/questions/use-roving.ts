import { useRef, useState } from 'preact/hooks';
import { placeByKey } from './keys.ts';

/** One stop for Tab among `count` buttons; the arrows move the focus between them. `first` has it at first. */
export function useRoving(count: number, first: number) {
  const [at, setAt] = useState(Math.max(0, first));
  const ref = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const element = ref.current;
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeByKey(event.key, at, count, getComputedStyle(element).direction === 'rtl');
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    element.querySelectorAll('button')[next]?.focus();
  };
  return { ref, at, onKeyDown };
}
