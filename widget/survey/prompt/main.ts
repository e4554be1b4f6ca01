/** All that it takes to show a card, fetched when there is one to show. */
export { claim } from './claim.ts';
export { putCard } from './put.tsx';
