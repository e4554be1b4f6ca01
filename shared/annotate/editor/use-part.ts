import { useEffect, useState } from 'preact/hooks';

/** A part that is fetched once it is wanted; null before, and where it cannot be fetched. */
export function usePart<Part>(
  wanted: boolean,
  fetchPart: () => Promise<Part>,
  missing: () => void,
): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (wanted) fetchPart().then((fetched) => setPart(() => fetched), missing);
  }, [wanted]);
  return part;
}
