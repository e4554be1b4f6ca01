// The form in which the demo's texts are written: Markdown files, a heading for each piece, then `name: value`
// lines, an empty line, and the text. A translator changes values and texts, never names.

export type Section = {
  readonly heading: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
};

const field = /^([a-z-]+): (.+)$/;

/** One section; throws where `text` does not begin with a heading. */
export function parseSection(text: string): Section {
  const lines = text.trim().split('\n');
  const heading = /^# (.+)$/.exec(lines[0] ?? '')?.[1];
  if (heading === undefined) throw new Error(`A heading is missing before "${lines[0]}".`);
  const fields: Record<string, string> = {};
  let at = 1;
  while (lines[at]?.trim() === '') at++;
  for (let match = field.exec(lines[at] ?? ''); match; match = field.exec(lines[++at] ?? '')) {
    const [, name = '', value = ''] = match;
    fields[name] = value;
  }
  return { heading, fields, body: lines.slice(at).join('\n').trim() };
}

/** All sections of a file of several. */
export function parseSections(text: string): Section[] {
  return text
    .split(/^(?=# )/m)
    .filter((part) => part.trim() !== '')
    .map(parseSection);
}

/** The field `name`; throws, naming the section, where it is missing. */
export function need(section: Section, name: string): string {
  const value = section.fields[name];
  if (value === undefined)
    throw new Error(`"${section.heading}" (${section.body.slice(0, 40)}) lacks ${name}.`);
  return value;
}

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "25m", "3h" or "2d" in milliseconds. */
export function duration(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd')
    throw new Error(`"${text}" is no time like 25m, 3h or 2d.`);
  return Number(count) * units[unit];
}
