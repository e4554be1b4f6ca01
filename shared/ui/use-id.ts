import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that no other element on the page has, the same for the life of the component. Preact's own begins anew with
 * every root, and with every `render()` into one: a field would get the name of another that stands beside it.
 */
export function useId(): string {
  const [id] = useState(() => {
    last += 1;
    return `hb-${last}`;
  });
  return id;
}
