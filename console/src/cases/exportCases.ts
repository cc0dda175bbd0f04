import type { CaseList, CaseSummary } from '@yiwang/contract';
import type { Language } from '@yiwang/messages';
import type { Static } from 'typebox';
import { get, queryOf } from '../api/request.ts';
import { dayTimeOf } from '../words/format.ts';
import { speechOf } from '../words/useWords.ts';
import type { Filters } from './filterNames.ts';

/** As many as a spreadsheet reader looks through; more is a matter for the API. */
const most = 5000;

/** Quotes a cell; a leading `= + - @` would be run as a formula by a spreadsheet, so it gets an apostrophe. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(cases: readonly CaseSummary[], filters: Filters, simulated: boolean, language: Language): string {
  const { t, b } = speechOf(language);
  const used = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  const head = [...(simulated ? [t('simulated')] : []), used.join(' ') || t('all')];
  const rows = cases.map((one) => [
    one.number,
    one.title,
    t(one.state === 'open' ? one.light : 'stateClosed'),
    one.region,
    one.step ?? '',
    b(one.organisationName),
    dayTimeOf(one.openedAt),
    one.dueAt === null ? '' : dayTimeOf(one.dueAt),
    one.simulated ? t('simulated') : '',
  ]);
  const columns = [
    t('number'),
    t('title'),
    t('lightWord'),
    t('district'),
    t('step'),
    t('organisation'),
    t('opened'),
    t('dueAt'),
    t('simulated'),
  ];
  return `\uFEFF${[head, columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Saves what the filters show; says so where there was more. */
export async function exportCases(
  filters: Filters,
  simulated: boolean,
  language: Language,
): Promise<{ written: number; cut: boolean }> {
  const cases: CaseSummary[] = [];
  let after: string | undefined;
  do {
    const page: Static<typeof CaseList> = await get(`/api/cases${queryOf({ ...filters, limit: 200, after })}`);
    cases.push(...page.cases);
    after = page.next ?? undefined;
  } while (after !== undefined && cases.length < most);
  const url = URL.createObjectURL(
    new Blob([csvOf(cases, filters, simulated, language)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `yiwang-cases${simulated ? '-simulated' : ''}.csv`;
  link.click();
  URL.revokeObjectURL(url);
  return { written: cases.length, cut: after !== undefined };
}
