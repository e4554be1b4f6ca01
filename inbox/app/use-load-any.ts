import { useEffect, useState } from 'preact/hooks';

/** The value of a promise that never rejects; null until it is there. `retry` asks again. */
export function useLoadAny<Value>(read: () => Promise<Value>): { value: Value | null; retry: () => void } {
  const [value, setValue] = useState<Value | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    setValue(null);
    void read().then((next) => current && setValue(next));
    return () => {
      current = false;
    };
  }, [turn]);
  return { value, retry: () => setTurn((held) => held + 1) };
}
