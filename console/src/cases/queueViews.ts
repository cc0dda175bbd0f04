import type { Word } from '../words/words.ts';
import { filterNames, type Filters } from './filterNames.ts';

export interface QueueView {
  readonly id: string;
  readonly filters: Filters;
}
export interface NamedView extends QueueView {
  readonly word: Word;
}

/** What people ask of the queue every day; the server counts the same, by the same ids. */
export const everydayViews: readonly NamedView[] = [
  { id: 'mine', word: 'viewMine', filters: { held: 'me', order: 'due' } },
  { id: 'team', word: 'viewTeam', filters: { mine: 'true', order: 'due' } },
  { id: 'over', word: 'viewOver', filters: { light: 'over', order: 'due' } },
  { id: 'due', word: 'viewDue', filters: { light: 'due', order: 'due' } },
  { id: 'nobody', word: 'viewNobody', filters: { held: 'nobody', order: 'due' } },
  { id: 'parked', word: 'viewParked', filters: { matter: 'parked' } },
  { id: 'supervised', word: 'viewSupervised', filters: { matter: 'supervised' } },
  { id: 'incident', word: 'viewIncident', filters: { matter: 'incident' } },
];

/** Whether the address asks for just what the view asks for. */
export function isView({ filters }: QueueView, asked: Filters): boolean {
  return filterNames.every((name) => (filters[name] ?? '') === (asked[name] ?? ''));
}

/** The whole address of a view: what it does not name is taken out. */
export function searchOf({ filters }: QueueView): Record<string, string | undefined> {
  return Object.fromEntries(filterNames.map((name) => [name, filters[name]]));
}

/** What a view keeps: the filters that say something. */
export function saidOf(filters: Filters): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filters[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}
