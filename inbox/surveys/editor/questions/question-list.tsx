import { useRef, useState } from 'preact/hooks';
import type { Question } from '../../../../shared/domain/survey.ts';
import { surveyLimits } from '../../../../shared/domain/survey-limits.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { plus } from '../../../../shared/ui/icons.ts';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { useText } from '../../../settings/text.ts';
import { notices } from '../../../view/notices.ts';
import { addQuestion, move, questionKinds, removeQuestion, replaceAt } from '../../definition/edit.ts';
import { surveys } from '../../texts.ts';
import type { ErrorOf } from '../use-faults.ts';
import { QuestionCard } from './question-card.tsx';
import { useDragging } from './use-dragging.ts';

/** The questions in their order: added, edited, moved by mouse or keys, removed and brought back. */
export function QuestionList(props: {
  questions: readonly Question[];
  disabled: boolean;
  errorOf: ErrorOf;
  onChange: (questions: readonly Question[]) => void;
  /** Which question is worked on, for the preview. */
  onAt: (at: number) => void;
}) {
  const { questions, disabled, errorOf, onChange, onAt } = props;
  const t = useText(surveys);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  // The latest list, for an undo that comes after other changes.
  const latest = useRef(questions);
  latest.current = questions;

  const focus = (at: number, selector: string) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll('.question')[at]?.querySelector<HTMLElement>(selector)?.focus(),
    );
  const go = (from: number, to: number) => {
    if (to < 0 || to >= questions.length || to === from) return;
    onChange(move(questions, from, to));
    setSaid(t('moved_question', { from: from + 1, to: to + 1, count: questions.length }));
    onAt(to);
    // An element that is moved in the document loses the focus.
    focus(to, '.question-grip');
  };
  const { dragged, begin } = useDragging(list, go);
  const remove = (at: number) => {
    const before = questions;
    onChange(removeQuestion(questions, at));
    onAt(Math.max(0, at - 1));
    notices.show({
      text: t('removed_question'),
      action: {
        label: t('undo'),
        // Only where nothing else was changed since: else the later work would be lost.
        run: () => {
          const gone = before[at];
          if (!gone || latest.current.some((one) => one.id === gone.id)) return;
          const unchanged = JSON.stringify(latest.current) === JSON.stringify(removeQuestion(before, at));
          const now = latest.current;
          onChange(unchanged ? before : [...now.slice(0, at), gone, ...now.slice(at)]);
        },
      },
    });
    focus(Math.max(0, at - 1), '.question-grip');
  };

  return (
    <>
      <p class="hb-sr" role="status">
        {said}
      </p>
      {questions.length === 0 && <p class="muted">{t('no_questions')}</p>}
      <ol ref={list} class="questions">
        {questions.map((question, at) => (
          <QuestionCard
            key={question.id}
            question={question}
            at={at}
            questions={questions}
            disabled={disabled}
            dragged={dragged === at}
            errorOf={(path) => errorOf(`questions.${at}.${path}`)}
            onChange={(next) => onChange(replaceAt(questions, at, next))}
            onMove={(to) => go(at, to)}
            onDrag={() => begin(at)}
            onRemove={() => remove(at)}
            onAt={() => onAt(at)}
          />
        ))}
      </ol>
      {!disabled && questions.length < surveyLimits.questions && (
        <Menu
          label={t('add_question')}
          class="hb-button hb-secondary add-question"
          items={questionKinds.map((kind) => ({
            label: t(`answer_${kind}`),
            run: () => {
              onChange(addQuestion(questions, kind));
              onAt(questions.length);
              focus(questions.length, '[data-begin]');
            },
          }))}
        >
          <Icon path={plus} /> {t('add_question')}
        </Menu>
      )}
    </>
  );
}
