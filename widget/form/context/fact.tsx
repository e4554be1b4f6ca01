import { useId } from '../../../shared/ui/use-id.ts';
import type { Row } from './rows.ts';

/** One part of what goes along, with the switch that leaves it out. Lists are folded, line by line. */
export function Fact({ row, sent, onSent }: { row: Row; sent: boolean; onSent: (sent: boolean) => void }) {
  const id = useId();
  const { name, value, lines } = row;
  return (
    <li class={sent ? 'fact' : 'fact off'}>
      {lines ? (
        <details class="grow">
          <summary>{name}</summary>
          <ol>
            {lines.map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ol>
        </details>
      ) : (
        <label class="grow" for={id}>
          <span class="name">{name}</span>
          <span class="value" id={`${id}-value`}>
            {value}
          </span>
        </label>
      )}
      {/* Around it, so that a finger need not hit the drawing of it. */}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          id={id}
          aria-label={name}
          aria-describedby={lines ? undefined : `${id}-value`}
          checked={sent}
          aria-checked={sent}
          onChange={(event) => onSent(event.currentTarget.checked)}
        />
      </label>
    </li>
  );
}
