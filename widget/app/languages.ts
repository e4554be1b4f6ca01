import type { Options } from '../public.ts';

/** What the visitor may choose from: the two languages that are spoken, and those the host brings words for. */
export const languages = ({ strings }: Pick<Options, 'strings'>): string[] => [
  ...new Set(['en', 'zh-CN', ...Object.keys(strings ?? {})]),
];

/** A language by its own name, as a switch shows it; its tag where that is unknown. */
export function nameOf(language: string): string {
  if (language === 'zh-CN') return '简体中文';
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
