import type { Word } from '../words/words.ts';
import { filterNames, type Filters } from './filterNames.ts';

export interface QueueView {
  readonly id: string;
  readonly filters: Filters;
}
export interface NamedView extends QueueView {
  readonly word: Word;
}

/** What people ask of the queue every day. */
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

const place = 'yiwang.views';
const most = 20;

/** The views that the reader named, kept in this browser; a note that can't be read counts as none. */
export function ownViews(): readonly QueueView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null || !('id' in one) || !('filters' in one)) return [];
      const { id, filters } = one;
      if (typeof id !== 'string' || typeof filters !== 'object' || filters === null) return [];
      const values = Object.entries(filters).filter(
        (entry): entry is [string, string] =>
          filterNames.some((name) => name === entry[0]) && typeof entry[1] === 'string',
      );
      return [{ id, filters: Object.fromEntries(values) }];
    });
  } catch {
    return [];
  }
}

/** Keeps a view under a name; one of that name is replaced, and the oldest goes when there are too many. */
export function keepView(view: QueueView): readonly QueueView[] {
  return write([...ownViews().filter(({ id }) => id !== view.id), view].slice(-most));
}

export function dropView(id: string): readonly QueueView[] {
  return write(ownViews().filter((one) => one.id !== id));
}

function write(views: readonly QueueView[]): readonly QueueView[] {
  localStorage.setItem(place, JSON.stringify(views));
  return views;
}
