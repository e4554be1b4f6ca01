/** Every action that has a key. Keys, help sheet and views read this one list, so that they cannot differ. */
export const shortcuts = {
  next: { keys: ['j', 'ArrowDown'], group: 'list' },
  previous: { keys: ['k', 'ArrowUp'], group: 'list' },
  open: { keys: ['Enter'], group: 'list' },
  back: { keys: ['Escape'], group: 'list' },
  reply: { keys: ['r'], group: 'conversation' },
  note: { keys: ['n'], group: 'conversation' },
  close: { keys: ['e'], group: 'conversation' },
  send: { keys: ['Mod+Enter'], group: 'conversation' },
  marks: { keys: ['m'], group: 'picture' },
  zoom_in: { keys: ['+', '='], group: 'picture' },
  zoom_out: { keys: ['-'], group: 'picture' },
  zoom_fit: { keys: ['0'], group: 'picture' },
  zoom_full: { keys: ['1'], group: 'picture' },
  search: { keys: ['/'], group: 'everywhere' },
  help: { keys: ['?'], group: 'everywhere' },
} as const satisfies Record<string, { keys: readonly string[]; group: Group }>;

type Group = 'list' | 'conversation' | 'picture' | 'everywhere';
export type Action = keyof typeof shortcuts;
export const groups: readonly Group[] = ['list', 'conversation', 'picture', 'everywhere'];

export const actions = Object.keys(shortcuts) as Action[];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/**
 * The action that a key press means. While somebody types (`typing`) only keys with Ctrl or Cmd count, and
 * never during the composition of a Chinese word.
 */
export function actionOf(press: Press, typing: boolean): Action | null {
  if (press.isComposing || press.altKey) return null;
  const mod = press.ctrlKey || press.metaKey;
  if (typing && !mod) return null;
  const pressed = mod ? `Mod+${press.key}` : press.key;
  return actions.find((action) => shortcuts[action].keys.some((key) => key === pressed)) ?? null;
}
