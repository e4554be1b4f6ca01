import { useEffect, useState } from 'preact/hooks';

/** `value` once it has not changed for `wait` ms: for searches while somebody types. */
export function useDelayed<Value>(value: Value, wait: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
