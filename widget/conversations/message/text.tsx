import { linked } from './links.ts';

/** A message as it was written: lines stay lines, addresses can be followed, in a tab that cannot reach back. */
export function MessageText({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {linked(text).map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}
