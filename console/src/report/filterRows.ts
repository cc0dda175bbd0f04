import { isWaiting, type Row } from './rows.ts';

/** What the address asks for; an empty one asks for nothing. */
export const rowFilterNames = ['kind', 'section', 'topic', 'theme', 'period', 'waiting', 'find'] as const;
export type RowFilters = Readonly<Record<(typeof rowFilterNames)[number], string>>;

export const rowFiltersOf = (search: URLSearchParams): RowFilters => ({
  kind: search.get('kind') ?? '',
  section: search.get('section') ?? '',
  topic: search.get('topic') ?? '',
  theme: search.get('theme') ?? '',
  period: search.get('period') ?? '',
  waiting: search.get('waiting') ?? '',
  find: search.get('find') ?? '',
});

/** The same for the same filters, whatever else the address holds. */
export const filterKeyOf = (search: URLSearchParams): string => new URLSearchParams(rowFiltersOf(search)).toString();

export const noFilters = Object.fromEntries(rowFilterNames.map((name) => [name, undefined]));
export const isNarrow = (filters: RowFilters): boolean => rowFilterNames.some((name) => filters[name] !== '');

/** A section with all that stands under it: 一 holds 一/(三). */
export const isUnder = (path: string, section: string): boolean => path === section || path.startsWith(`${section}/`);

function wordsOf(row: Row): string {
  if (row.is === 'task') return `${row.of.modifier}${row.of.verb}${row.of.object}`;
  if (row.is === 'system') return row.of.name;
  return [row.of.metric, row.of.qualifier ?? '', String(row.of.value ?? ''), row.of.unit, row.of.cue ?? ''].join(' ');
}

export function filterRows(rows: readonly Row[], filters: RowFilters): readonly Row[] {
  const { kind, section, topic, theme, period, waiting } = filters;
  const find = filters.find.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (kind === '' || row.kind === kind) &&
      (section === '' || isUnder(row.section, section)) &&
      (topic === '' || row.topic === topic) &&
      (theme === '' || row.theme === theme) &&
      (period === '' || row.period === period) &&
      (waiting === '' || isWaiting(row)) &&
      (find === '' || `${row.n} ${wordsOf(row)}`.toLowerCase().includes(find)),
  );
}
