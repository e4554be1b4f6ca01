import { textOfError, textOfMessage } from './texts.ts';
import { wrap } from './wrap.ts';

/** Tells of every `console.error`, uncaught error and rejection that nobody handled. */
export function watchErrors(tell: (text: string) => void, signal: AbortSignal): void {
  const quietly = (text: () => string) => {
    try {
      tell(text());
    } catch {
      // What cannot be put into words (a message that is a getter and throws) is not told.
    }
  };
  wrap(
    console,
    'error',
    (original, self, args) => {
      quietly(() => textOfMessage(args));
      return Reflect.apply(original, self, args);
    },
    signal,
  );
  addEventListener(
    'error',
    ({ error, message, filename, lineno }) =>
      quietly(() => (error instanceof Error ? textOfError(error) : `${message} (${filename}:${lineno})`)),
    { signal },
  );
  addEventListener(
    'unhandledrejection',
    ({ reason }) => quietly(() => `Unhandled rejection: ${textOfMessage([reason])}`),
    { signal },
  );
}
