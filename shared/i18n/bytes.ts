const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it, in steps of 1024: "820 bytes", "1.2 MB". `language` is a tag that Intl takes. */
export function bytes(language: string, size: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  // What is rounded up to the next unit is said in it.
  const up = step < units.length - 1 && Math.round(size / 1024 ** step) === 1024 ? step + 1 : step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[up] ?? 'byte',
    unitDisplay: up === 0 ? 'long' : 'short',
    maximumFractionDigits: size / 1024 ** up < 10 && up > 0 ? 1 : 0,
  }).format(size / 1024 ** up);
}
