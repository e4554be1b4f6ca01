// Every view and state of the widget, and how to get there.
import { conversations } from './conversations.ts';
import { forms } from './forms.ts';
import { home } from './home.ts';
import { pictures } from './pictures.ts';
import type { Scene } from './scene.ts';
import { sending } from './sending.ts';
import { surveys } from './surveys.ts';

export const scenes: readonly Scene[] = [
  ...home,
  ...forms,
  ...pictures,
  ...sending,
  ...conversations,
  ...surveys,
];
