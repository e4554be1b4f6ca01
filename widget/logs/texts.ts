/** Lines of a stack that are told: where it happened, and who called. */
const frames = 3;

/** Name, message and the first lines of the stack. */
export function textOfError(error: Error): string {
  const head = `${error.name}: ${error.message}`;
  const lines = `${error.stack ?? ''}`.split('\n').map((line) => line.trim());
  // Some engines repeat name and message before the places.
  const places = lines.filter((line) => /^at |@.*:\d+/.test(line) && !head.includes(line));
  return [head, ...places.slice(0, frames)].join('\n');
}

/**
 * What a call of `console.error` says, placeholders filled in. Of objects only that there is one: what is in them may
 * have been typed by somebody, and looking may have effects (getters, reactive objects).
 */
export function textOfMessage(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  const texts: string[] = [];
  if (typeof first === 'string') {
    texts.push(
      first.replace(/%([sdifoOcj%])/g, (found, kind: string) => {
        if (kind === '%') return '%';
        if (rest.length === 0) return found;
        const value = rest.shift();
        return kind === 'c' ? '' : textOf(value);
      }),
    );
  } else if (args.length > 0) texts.push(textOf(first));
  return [...texts, ...rest.map(textOf)].join(' ');
}

function textOf(value: unknown): string {
  if (value instanceof Error || value instanceof DOMException) return textOfError(value);
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[array]' : '[object]';
  return String(value);
}
