import { browser } from 'wxt/browser';
import { type Kept, type KeptKey, parseKept } from './keys.ts';

/** What is remembered under `key`, or null. */
export async function read<Key extends KeptKey>(key: Key): Promise<Kept[Key] | null> {
  const stored = await browser.storage.local.get(key);
  return parseKept(key, stored[key]);
}

export async function write<Key extends KeptKey>(key: Key, value: Kept[Key]): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

export async function forget(...keys: KeptKey[]): Promise<void> {
  await browser.storage.local.remove(keys);
}

/** Calls `listener` with every new value of `key`, wherever it was changed; ends when the function it returns is called. */
export function watch<Key extends KeptKey>(
  key: Key,
  listener: (value: Kept[Key] | null) => void,
): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && key in changes) listener(parseKept(key, changes[key]?.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
