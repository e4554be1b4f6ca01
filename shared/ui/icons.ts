/**
 * Path data on a grid of 20, drawn as a line 1.5 wide with round ends (see icon.tsx).
 * Single constants, so that a bundle holds those it uses: `import * as icons` and `icons.check`.
 */
export * from './icons-first.ts';

export const check = 'M4 10.5l4 4 8-9';
export const plus = 'M10 4v12M4 10h12';
export const minus = 'M4 10h12';
export const more =
  'M4 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M9.5 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M15 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0';
export const chevronUp = 'M5 12.5l5-5 5 5';
export const chevronLeft = 'M12.5 5l-5 5 5 5';
export const arrowRight = 'M4 10h12M11 5l5 5-5 5';
export const external = 'M11 4h5v5M16 4l-7 7M8 5H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3';
export const link =
  'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1';
export const search = 'M13.5 8.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0M12.2 12.2l4.3 4.3';
export const filter = 'M3.5 5.5h13M6 10h8M8.5 14.5h3';
export const refresh = 'M16 10a6 6 0 1 1-1.9-4.4L16 7.3M16 3.5v3.8h-3.8';
export const trash =
  'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 10.1a1 1 0 0 0 1 .9h5.6a1 1 0 0 0 1-.9l.7-10.1M8.5 9v4M11.5 9v4';
export const pencil =
  'M4 16l.8-3.4 8.5-8.5a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2l-8.5 8.5zM12 5.5l2.5 2.5';
export const copy =
  'M8 7h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1M4.5 13H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v-.5';
export const reply = 'M8 5L3.5 9.5 8 14M3.5 9.5h8a5 5 0 0 1 5 5v1';
export const image =
  'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M3 13.5l3.5-3.5 3 3 2.5-2.5 5 5M13.5 7.5h.01';
export const upload = 'M10 13V4M6.5 7.5L10 4l3.5 3.5M4 13v2a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-2';
export const download = 'M10 4v9M6.5 9.5L10 13l3.5-3.5M4 13v2a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-2';
export const inbox =
  'M3.5 11.5L5.7 5a1 1 0 0 1 1-.7h6.6a1 1 0 0 1 1 .7l2.2 6.5V15a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM3.5 11.5h3.7a2.9 2.9 0 0 0 5.6 0h3.7';
export const board =
  'M4 4h4a.5.5 0 0 1 .5.5v11a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5v-11A.5.5 0 0 1 4 4M12 4h4a.5.5 0 0 1 .5.5v6a.5.5 0 0 1-.5.5h-4a.5.5 0 0 1-.5-.5v-6A.5.5 0 0 1 12 4';
export const book =
  'M10 5.5C8.5 4.3 6.5 4 3.5 4v11c3 0 5 .3 6.5 1.5M10 5.5C11.5 4.3 13.5 4 16.5 4v11c-3 0-5 .3-6.5 1.5M10 5.5v11';
export const chart = 'M4 16V9M8 16V4M12 16v-5M16 16V7';
export const survey =
  'M7.5 4.5H6a1 1 0 0 0-1 1V16a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V5.5a1 1 0 0 0-1-1h-1.5M8 3.5h4v2H8zM7.5 9.5h5M7.5 13h3';
export const grip = 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01';
export const pause = 'M7.5 5v10M12.5 5v10';
export const play = 'M7 4.8l8 5.2-8 5.2z';
export const building =
  'M5 16.5V4.5A.5.5 0 0 1 5.5 4h6a.5.5 0 0 1 .5.5v12M12 8.5h3.5a.5.5 0 0 1 .5.5v7.5M3 16.5h14M8 7.5h1M8 10.5h1M8 13.5h1';
export const user = 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0M4 16.5c.6-2.9 2.9-4.5 6-4.5s5.4 1.6 6 4.5';
export const signOut = 'M11 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h6M13 6.5L16.5 10 13 13.5M16.5 10H8';
export const globe =
  'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M3 10h14M10 3c2 2 3 4.3 3 7s-1 5-3 7c-2-2-3-4.3-3-7s1-5 3-7z';
export const sun =
  'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5.05 5.05l1.06 1.06M13.89 13.89l1.06 1.06M5.05 14.95l1.06-1.06M13.89 6.11l1.06-1.06';
export const moon = 'M16.5 11.7A7 7 0 0 1 8.3 3.5a7 7 0 1 0 8.2 8.2z';
export const lock =
  'M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1M7 9V6.5a3 3 0 0 1 6 0V9';
export const note =
  'M5 4h10a1 1 0 0 1 1 1v7l-4 4H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M16 12h-3a1 1 0 0 0-1 1v3M7 8h6M7 11h3';
export const alert = 'M10 3.7l7 12.1a.5.5 0 0 1-.4.7H3.4a.5.5 0 0 1-.4-.7zM10 8v3.5M10 13.9h.01';
export const info = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M10 9.5V14M10 6.5h.01';
export const offline =
  'M3 3l14 14M2.5 8a11 11 0 0 1 4-2.5M9.5 4.8A11 11 0 0 1 17.5 8M5.2 11a7 7 0 0 1 3-1.7M12.5 9.7a7 7 0 0 1 2.3 1.3M8 13.7a3.3 3.3 0 0 1 4 0M10 16.2h.01';
export const eye =
  'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM12.25 10a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0';
export const settings =
  'M3.5 6.5h7M14.5 6.5h2M3.5 13.5h2M9.5 13.5h7M14.5 6.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9.5 13.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0';
export const sidebar = 'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M8 4v12';
export const menu = 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13';
export const pointer = 'M6 3.5l10 6.2-4.4 1.2 2.6 4.4-1.8 1.1-2.6-4.5L6.6 15z';
export const file = 'M6 3.5h5.5L15 7v8.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1M11.5 3.5V7H15';
