import { themes, topicOf, type Statement, type StoredReport, type Task } from '@yiwang/extract';
import { say, type Bilingual, type Language } from '@yiwang/messages';
import { kindLabels, changeLabels, comparatorLabels } from './exportLabels.ts';

export type Cell = string | number | null;

/** The rows of a report as a table: first its heads. */
export interface ExportTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Row {
  readonly id: string;
  readonly kind: Bilingual;
  readonly section: string;
  readonly theme?: string | null;
  readonly period?: string | null;
  readonly what: string;
  /** What tells of which field it is. */
  readonly words: string;
  readonly statement?: Statement;
  readonly span: { readonly start: number; readonly end: number };
  readonly confidence: number;
  readonly taken?: boolean;
}

type Column = readonly [head: Bilingual, cell: (row: Row) => Cell];

const figure = (value: Statement['value'] | undefined): Cell =>
  value === undefined || value === null || typeof value === 'number' ? (value ?? null) : value.join('; ');

function statementRow(statement: Statement): Row {
  const { id, kind, section, theme, period, metric, span, confidence } = statement;
  return {
    id,
    kind: kindLabels[kind],
    section,
    theme,
    period,
    what: metric,
    words: metric,
    statement,
    span,
    confidence,
  };
}

function taskRow({ id, section, theme, period, verb, object, span, confidence }: Task): Row {
  return {
    id,
    kind: kindLabels.task,
    section,
    theme,
    period,
    what: `${verb}${object}`,
    words: object,
    span,
    confidence,
  };
}

/** The rows as they stand, those that were taken out, and for what was corrected the machine's reading, by whom, when and why. */
export function exportTable(report: StoredReport, language: Language): ExportTable {
  const { statements, tasks, systems, machine } = report.rows;
  const standing: Row[] = [
    ...statements.map(statementRow),
    ...tasks.map(taskRow),
    ...systems.map(({ name, ...system }) => ({ ...system, kind: kindLabels.system, what: name, words: name })),
  ];
  const there = new Set(standing.map(({ id }) => id));
  const machineRow = (row: Statement | Task): Row => ('metric' in row ? statementRow(row) : taskRow(row));
  const taken = [...machine.values()].map(machineRow).filter(({ id }) => !there.has(id));
  const last = new Map(report.corrections.map((one) => [one.row, one]));
  const text = (both: Bilingual): string => say(both, language);
  const topic = ({ words, span }: Row): string => {
    const code = topicOf(words, span.start, report.sections);
    return text(themes.find((theme) => theme.code === code)?.name ?? { zh: code, en: code });
  };
  const columns: readonly Column[] = [
    [{ zh: '编号', en: 'id' }, ({ id }) => id],
    [{ zh: '类别', en: 'kind' }, ({ kind }) => text(kind)],
    [{ zh: '章节', en: 'section' }, ({ section }) => section],
    [{ zh: '主题', en: 'theme' }, ({ theme }) => theme ?? null],
    [{ zh: '领域', en: 'field' }, topic],
    [{ zh: '时期', en: 'period' }, ({ period }) => period ?? null],
    [{ zh: '指标、任务或名称', en: 'metric, task or name' }, ({ what }) => what],
    [
      { zh: '比较', en: 'comparator' },
      ({ statement: one }) => (one === undefined ? null : text(comparatorLabels[one.comparator])),
    ],
    [{ zh: '数值', en: 'value' }, ({ statement }) => figure(statement?.value)],
    [{ zh: '单位', en: 'unit' }, ({ statement }) => statement?.unit ?? null],
    [{ zh: '变化', en: 'change' }, ({ statement: one }) => (one === undefined ? null : text(changeLabels[one.change]))],
    [{ zh: '数值（去万、亿）', en: 'value without multiple' }, ({ statement }) => figure(statement?.valueSi)],
    [{ zh: '单位（去万、亿）', en: 'unit without multiple' }, ({ statement }) => statement?.unitSi ?? null],
    [{ zh: '起', en: 'start' }, ({ span }) => span.start],
    [{ zh: '止', en: 'end' }, ({ span }) => span.end],
    [{ zh: '把握', en: 'confidence' }, ({ confidence }) => confidence],
    [{ zh: '已去除', en: 'taken out' }, ({ taken: out }) => (out === true ? text({ zh: '是', en: 'yes' }) : null)],
    [
      { zh: '机器读作', en: 'machine’s reading' },
      ({ id, taken: out }) => (out === true ? null : machineText(machine.get(id), text)),
    ],
    [{ zh: '更正人', en: 'corrected by' }, ({ id }) => (machine.has(id) ? (last.get(id)?.by ?? null) : null)],
    [
      { zh: '更正时间', en: 'corrected at' },
      ({ id }) => (machine.has(id) ? (last.get(id)?.at.toISOString() ?? null) : null),
    ],
    [{ zh: '更正理由', en: 'reason' }, ({ id }) => (machine.has(id) ? (last.get(id)?.reason ?? null) : null)],
    [{ zh: '账本凭证', en: 'ledger entry' }, ({ id }) => (machine.has(id) ? (last.get(id)?.entry ?? null) : null)],
  ];
  const rows = [...standing, ...taken.map((row) => ({ ...row, taken: true }))];
  return {
    heads: columns.map(([head]) => text(head)),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

function machineText(row: Statement | Task | undefined, text: (both: Bilingual) => string): string | null {
  if (row === undefined) return null;
  if (!('metric' in row)) return [row.period, `${row.verb}${row.object}`].filter((part) => part !== null).join(' · ');
  const { kind, period, metric, comparator, value, unit, change } = row;
  const written = `${text(comparatorLabels[comparator])} ${figure(value) ?? ''}${unit}`;
  return [text(kindLabels[kind]), period, metric, written, text(changeLabels[change])]
    .filter((part) => part !== null)
    .join(' · ');
}
