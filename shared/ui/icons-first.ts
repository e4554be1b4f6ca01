/**
 * The icons that the widget's panel shows before anything else. A file of their own: a bundler keeps a file in one
 * piece, and the icons of every later view would come along. What is shown with the form imports this file; everything else icons.ts, which has them, too.
 */
export const close = 'M5 5l10 10M15 5L5 15';
export const chevronDown = 'M5 7.5l5 5 5-5';
export const chevronRight = 'M7.5 5l5 5-5 5';
export const arrowLeft = 'M16 10H4M9 5l-5 5 5 5';
export const send = 'M3.5 4l13 6-13 6 2.3-6zM5.8 10H10';
export const paperclip =
  'M15.5 9l-5.8 5.8a3.2 3.2 0 0 1-4.5-4.5L11.3 4.2a2.1 2.1 0 0 1 3 3L8.3 13.2a1 1 0 0 1-1.5-1.5l5.4-5.4';
export const camera =
  'M4 6.5h2.3l1.2-2h5l1.2 2H16a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7.5a1 1 0 0 1 1-1M12.5 11a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0';
export const bug =
  'M7 7.5h6a1 1 0 0 1 1 1V12a4 4 0 0 1-8 0V8.5a1 1 0 0 1 1-1M7.5 7.5V6.5a2.5 2.5 0 0 1 5 0v1M10 10.5V16M3 7l3 2M17 7l-3 2M3 11.5h3M17 11.5h-3M3.5 16l2.9-2M16.5 16l-2.9-2';
export const idea = 'M7.5 13.5c0-1.7-2.5-2.6-2.5-5.7a5 5 0 0 1 10 0c0 3.1-2.5 4-2.5 5.7zM8 16.5h4M10 13.5V10';
export const question =
  'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M7.9 8.1A2.1 2.1 0 0 1 10 6.3c1.2 0 2.1.8 2.1 1.9 0 1.7-2.1 1.7-2.1 3.1M10 13.7h.01';
export const praise =
  'M10 16.5s-6.5-3.7-6.5-8.3A3.4 3.4 0 0 1 6.9 4.7c1.4 0 2.5.8 3.1 2 .6-1.2 1.7-2 3.1-2a3.4 3.4 0 0 1 3.4 3.5c0 4.6-6.5 8.3-6.5 8.3z';
export const message =
  'M5 4h10a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 15 13h-4.5L7 16.5V13H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 4z';
export const clock = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M10 6v4l2.5 2';
