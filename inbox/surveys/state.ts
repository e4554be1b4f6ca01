export type SurveyState = 'draft' | 'active' | 'paused' | 'scheduled' | 'ended';

type Kept = { active: boolean; startsAt: string | null; endsAt: string | null };

/** What a survey does at `now` (ms). One that is not active and was never shown is a draft. */
export function stateOf({ active, startsAt, endsAt }: Kept, shown: number, now: number): SurveyState {
  if (!active) return shown > 0 ? 'paused' : 'draft';
  if (endsAt && Date.parse(endsAt) <= now) return 'ended';
  return startsAt && Date.parse(startsAt) > now ? 'scheduled' : 'active';
}

export const toneOf: Readonly<Record<SurveyState, 'neutral' | 'success' | 'warning' | 'accent'>> = {
  draft: 'neutral',
  active: 'success',
  paused: 'warning',
  scheduled: 'accent',
  ended: 'neutral',
};
