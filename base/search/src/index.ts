export { bigrams, normalise } from './bigrams.ts';
export { matchQuery, type Match, type SearchColumns } from './matchQuery.ts';
