/** Path data as in shared/ui/icons.ts, for what only the panel offers. */
export const area =
  'M4 7V5a1 1 0 0 1 1-1h2M13 4h2a1 1 0 0 1 1 1v2M16 13v2a1 1 0 0 1-1 1h-2M7 16H5a1 1 0 0 1-1-1v-2M9.5 4h1M9.5 16h1M4 9.5v1M16 9.5v1';
export const element =
  'M16 7.5V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h2.5M10 10l6.5 2.4-2.9 1.3-1.3 2.8z';
export const crop = 'M6 3v10a1 1 0 0 0 1 1h10M3 6h10a1 1 0 0 1 1 1v10';
