/** Where the card is: the question, the reason, the thanks, gone. */
export type Step = { at: 'score' } | { at: 'reason'; score: number } | { at: 'thanks' } | { at: 'gone' };

export type Act = { do: 'score'; score: number } | { do: 'finish' } | { do: 'close' };

/** What follows; anything that does not fit leaves the card as it is. */
export function follow(step: Step, act: Act): Step {
  if (act.do === 'close') return { at: 'gone' };
  if (act.do === 'score' && (step.at === 'score' || step.at === 'reason'))
    return { at: 'reason', score: act.score };
  if (act.do === 'finish' && step.at === 'reason') return { at: 'thanks' };
  return step;
}

export const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The button to which a key leads: arrows step, Home and End jump; null for other keys. */
export function scoreByKey(key: string, from: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(10, from + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return 10;
    default:
      return null;
  }
}
