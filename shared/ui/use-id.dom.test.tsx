import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

afterEach(() => document.body.replaceChildren());

const ids = () => [...document.querySelectorAll('input')].map(({ id }) => id);

test('fields of two roots, and those of a root that is drawn anew, have ids of their own', () => {
  const [one, other] = [document.createElement('div'), document.createElement('div')];
  document.body.append(one, other);
  const draw = (more: boolean) =>
    render(
      <div>
        <TextField label="First" />
        {more && <TextField label="Second" />}
      </div>,
      one,
    );
  draw(false);
  render(<TextField label="Elsewhere" />, other);
  const [first] = ids();
  draw(true);
  expect(new Set(ids()).size).toBe(3);
  // The one that stays keeps its id.
  expect(ids()[0]).toBe(first);
});
