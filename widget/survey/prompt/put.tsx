import { render } from 'preact';
import type { SurveyDefinition } from '../../../shared/domain/survey.ts';
import questions from '../../../shared/survey/questions/questions.css?inline';
import form from '../../../shared/ui/form.css?inline';
import tokens from '../../../shared/ui/tokens.css?inline';
import { Boundary } from '../../frame/boundary.tsx';
import { guardPreact } from '../../frame/guard.ts';
import { addSheet } from '../../frame/sheet.ts';
import type { Core } from '../../loader/core.ts';
import { surveyWords } from '../words.ts';
import card from './card.css?inline';
import { Card } from './card.tsx';
import { aboveKeyboard } from './keyboard.ts';
import { tellerOf } from './tell.ts';

/** Puts the card on the page. Resolves once it has gone. `key` is that of the claim. */
export function putCard(core: Core, survey: SurveyDefinition, key: string): Promise<void> {
  guardPreact(core.report);
  for (const text of [tokens, form, questions, card]) addSheet(core.shadow, text);
  const element = document.createElement('div');
  core.stage.append(element);
  const teller = tellerOf(core, survey, { key });
  const gone = new AbortController();

  return new Promise((resolve) => {
    const over = () => {
      gone.abort();
      render(null, element);
      element.remove();
      resolve();
    };
    const broken = () => {
      // Not while it is being drawn.
      queueMicrotask(over);
      return null;
    };
    const draw = () =>
      render(
        <Boundary report={core.report} fallback={broken}>
          <Card
            survey={survey}
            {...surveyWords(core)}
            alone={core.options.launcher === false}
            onAnswer={(answers, complete) => (teller.isHis() ? teller.answer(answers, complete) : over())}
            onClose={() => {
              void teller.leave();
              over();
            }}
          />
        </Boundary>,
        element,
      );
    core.signal.addEventListener('abort', over, { signal: gone.signal });
    // The visitor may choose another language in the panel while the card waits.
    const language = new MutationObserver(draw);
    language.observe(core.stage, { attributes: true, attributeFilter: ['lang'] });
    gone.signal.addEventListener('abort', () => language.disconnect());
    aboveKeyboard(element, gone.signal);
    draw();
    core.emit('survey-shown', { survey: survey.slug });
  });
}
