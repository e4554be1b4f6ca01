import { pickArea } from '../../../shared/capture/pick/area.ts';
import { pickElement } from '../../../shared/capture/pick/element.ts';
import type { Rect } from '../../../shared/capture/types.ts';
import en from '../../../shared/i18n/pick/en.ts';
import zh from '../../../shared/i18n/pick/zh-CN.ts';
import { roomStrings } from '../../frame/words.ts';
import type { Desk } from '../ways.ts';
import { painted } from './painted.ts';

/** Lets the visitor point at a part of the page, with the panel out of the way; null where he changed his mind. */
export async function choosePart(
  kind: 'area' | 'element',
  desk: Desk & { signal: AbortSignal },
): Promise<Rect | null> {
  const { core, signal } = desk;
  const { theme } = core.options;
  desk.aside(true);
  try {
    await painted();
    return await (kind === 'area' ? pickArea : pickElement)({
      parent: core.shadow,
      strings: roomStrings(core, 'pick', { en, 'zh-CN': zh }),
      ignore: (element) => element === core.host,
      signal,
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    });
  } finally {
    desk.aside(false);
  }
}
