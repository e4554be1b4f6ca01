import type { Db } from '../data/db.ts';
import { type Result, runChange, runOne, succeed } from '../data/result.ts';
import { type BusinessHours, readHours } from './hours/hours.ts';

export type Settings = {
  key: string;
  origins: readonly string[];
  hours: BusinessHours | null;
  /** Days between any two surveys that one visitor is shown. */
  restDays: number;
};

/** What is set for a project; every member may read it. */
export async function readSettings(db: Db, project: string): Promise<Result<Settings>> {
  const read = await runOne(
    db
      .from('projects')
      .select('publishable_key,allowed_origins,business_hours,survey_rest_days')
      .eq('id', project)
      .maybeSingle(),
  );
  if (!read.ok) return read;
  const { publishable_key, allowed_origins, business_hours, survey_rest_days } = read.value;
  return succeed({
    key: publishable_key,
    origins: allowed_origins,
    hours: readHours(business_hours),
    restDays: survey_rest_days,
  });
}

type Change = Partial<Pick<Settings, 'origins' | 'hours' | 'restDays'>>;

/** Changes what is given; `forbidden` for whoever neither owns nor administers the workspace. */
export function saveSettings(db: Db, project: string, change: Change): Promise<Result<unknown>> {
  const { origins, hours, restDays } = change;
  return runChange(
    db
      .from('projects')
      .update({
        ...(origins && { allowed_origins: [...origins] }),
        ...(hours !== undefined && { business_hours: hours && { ...hours, week: hours.week.map(asJson) } }),
        ...(restDays !== undefined && { survey_rest_days: restDays }),
      })
      .eq('id', project)
      .select('id'),
    'forbidden',
  );
}
const asJson = (day: BusinessHours['week'][number]) => day.map(([from, to]) => [from, to]);

/** The secret that the host product's server signs its users with. Owners and admins may read it. */
export function readSecret(db: Db, project: string): Promise<Result<string>> {
  return runOne(db.rpc('project_secret', { project }));
}

/** Makes another secret; signatures of the one before are refused from now on. */
export function rotateSecret(db: Db, project: string): Promise<Result<string>> {
  return runOne(db.rpc('rotate_project_secret', { project }));
}
