import type { Options } from '../public.ts';

/**
 * The options of a script tag: its `data-` attributes, as they stand there; null where project or API is missing.
 * A word that means nothing is as good as none wherever it is used, and `false` may be a word.
 */
export function optionsOf(data: DOMStringMap): Options | null {
  const { project, api } = data;
  return project && api ? { ...data, project, api } : null;
}

/** Whether what is on unless it is turned off is turned off. */
export const isOff = (option: boolean | undefined) => `${option}` === 'false';
