import { limits } from '../../shared/domain/limits.ts';

/**
 * The text of a form for a new conversation that follows a closed one: what it follows comes first, once; then what
 * stood in the form already, and what could not be sent to the old one.
 */
export function followUp(form: string, reference: string, text: string): string {
  const rest = form.replace(reference, '').trim();
  return [reference, ...[rest, text.trim()].filter(Boolean)]
    .join('\n\n')
    .concat(rest || text ? '' : '\n\n')
    .slice(0, limits.messageLength + reference.length);
}
