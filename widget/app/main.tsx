import { render } from 'preact';
import controls from '../../shared/ui/form.css?inline';
import tokens from '../../shared/ui/tokens/first.css?inline';
import { Boundary } from '../frame/boundary.tsx';
import { guardPreact } from '../frame/guard.ts';
import { addSheet } from '../frame/sheet.ts';
import type { AppHandle, Core } from '../loader/core.ts';
import css from './app.css?inline';
import { App } from './app.tsx';
import { loadWords } from './words.ts';

/** Puts the panel into the widget's shadow root, closed. */
export async function mount(core: Core): Promise<AppHandle> {
  const words = await loadWords(core);
  guardPreact(core.report);
  for (const text of [tokens, controls, css]) addSheet(core.shadow, text);
  import('./soon.ts').then((part) => part.soon(core)).catch(core.report);
  const element = document.createElement('div');
  element.className = 'app';
  core.stage.append(element);
  core.signal.addEventListener('abort', () => render(null, element));
  if (matchMedia('(pointer: coarse)').matches)
    import('../form/keyboard/keyboard.ts')
      .then((room) => room.followKeyboard(core.shadow, core.signal))
      .catch(core.report);

  let turn = 0;
  /** Grows with every panel that is over, as it broke or belongs to an earlier visitor: the next one is a new one. */
  let over = 0;
  const show = (open: boolean, view: unknown) => {
    turn += 1;
    const wish = { open, view, turn };
    const report = (problem: unknown) => {
      core.report(problem);
      core.emit('failed', { type: 'panel', code: 'internal', willRetry: false });
      over += 1;
      core.close();
    };
    render(
      <Boundary key={over} report={report} fallback={() => null}>
        <App core={core} words={words} wish={wish} />
      </Boundary>,
      element,
    );
  };
  // Told by session/main.ts.
  core.stage.addEventListener('other', () => {
    over += 1;
    show(false, undefined);
  });
  return {
    open: (view) => show(true, view),
    close: () => show(false, undefined),
  };
}
