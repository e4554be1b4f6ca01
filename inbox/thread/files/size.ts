import type { Locale } from '../../../shared/domain/nouns.ts';

/** How large a file is, in the units that people know: "812 byte", "1.4 MB", "1.4MB". */
export function sizeInWords(locale: Locale, bytes: number): string {
  const [unit, size] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const);
  const digits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    bytes / size,
  );
}

/** What kind of file it is, by the short name that people know it by. */
export function typeInWords(contentType: string): string {
  return shortNames[contentType] ?? '';
}
const shortNames: Readonly<Partial<Record<string, string>>> = {
  'application/pdf': 'PDF',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'application/json': 'JSON',
  'application/zip': 'ZIP',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
};
