import type { Correction, Report, ReportAmbiguity, ReportStatement, ReportSystem, ReportTask } from '@yiwang/contract';
import type { Static } from 'typebox';

export type Span = Static<typeof ReportStatement>['span'];
export const rowKinds = ['fact', 'target', 'task', 'system'] as const;
/** Those that stand: what a person took out is shown struck, and counted nowhere. */
export const countOf = (rows: readonly { readonly removed: boolean }[]): number =>
  rows.filter(({ removed }) => !removed).length;

export type RowKind = (typeof rowKinds)[number];

interface Common {
  readonly id: string;
  /** Its number on the screen and in the text: by its place, from 1. */
  readonly n: number;
  readonly kind: RowKind;
  readonly start: number;
  readonly section: string;
  readonly theme: string | null;
  /** The field of government that it tells of. */
  readonly topic?: string;
  readonly period: string | null;
  readonly confidence: number;
  /** The last word of a person on this row; absent where the machine's reading stands. */
  readonly correction?: Correction;
  /** A person took it out: what is shown is what the machine read. */
  readonly removed: boolean;
}
export interface StatementRow extends Common {
  readonly is: 'statement';
  readonly of: ReportStatement;
  /** What the machine read, where a person put something else. */
  readonly machine?: ReportStatement;
  readonly ambiguity?: ReportAmbiguity;
  /** The other end of a fact–target pair. */
  readonly linked: readonly string[];
}
export interface TaskRow extends Common {
  readonly is: 'task';
  readonly of: ReportTask;
  readonly machine?: ReportTask;
}
export interface SystemRow extends Common {
  readonly is: 'system';
  readonly of: ReportSystem;
}
export type Row = StatementRow | TaskRow | SystemRow;

/** The corrections that stand: of each row the newest, unless it gave the row back to the machine. */
function standing(corrections: readonly Correction[]): ReadonlyMap<string, Correction> {
  const last = new Map<string, Correction>();
  for (const one of corrections.toSorted((a, b) => a.at.localeCompare(b.at))) last.set(one.row, one);
  for (const [row, { fields }] of last) if (fields !== null && Object.keys(fields).length === 0) last.delete(row);
  return last;
}

/** All that was read, in the order of the text, with what people said of it. */
export function rowsOf(report: Report): readonly Row[] {
  const corrected = standing(report.corrections);
  const ambiguities = new Map(report.ambiguities.map((one) => [one.id, one]));
  const linked = new Map<string, string[]>();
  for (const { fact, target } of report.links) {
    linked.set(fact, [...(linked.get(fact) ?? []), target]);
    linked.set(target, [...(linked.get(target) ?? []), fact]);
  }
  const present = new Set([...report.statements, ...report.tasks].map(({ id }) => id));
  const takenOut = Object.entries(report.machine).flatMap(([id, one]) => (present.has(id) ? [] : [one]));
  const about = (id: string) => {
    const correction = corrected.get(id);
    return { n: 0, removed: !present.has(id), ...(correction === undefined ? {} : { correction }) };
  };
  const statement = (of: ReportStatement): StatementRow => {
    const machine = report.machine[of.id];
    const ambiguity = of.ambiguity === undefined ? undefined : ambiguities.get(of.ambiguity);
    const own = about(of.id);
    return {
      is: 'statement',
      of,
      ...own,
      id: of.id,
      kind: of.kind,
      start: of.span.start,
      section: of.section,
      theme: of.theme,
      ...(of.topic === undefined ? {} : { topic: of.topic }),
      period: of.period,
      confidence: of.confidence,
      linked: linked.get(of.id) ?? [],
      ...(own.correction !== undefined && machine !== undefined && 'metric' in machine ? { machine } : {}),
      ...(ambiguity === undefined ? {} : { ambiguity }),
    };
  };
  const task = (of: ReportTask): TaskRow => {
    const { id, section, theme, period, confidence } = of;
    const machine = report.machine[id];
    const own = about(id);
    return {
      is: 'task',
      of,
      ...own,
      id,
      kind: 'task',
      ...(of.topic === undefined ? {} : { topic: of.topic }),
      start: of.span.start,
      section,
      theme,
      period,
      confidence,
      ...(own.correction !== undefined && machine !== undefined && 'verb' in machine ? { machine } : {}),
    };
  };
  const system = (of: ReportSystem): SystemRow => {
    const { id, section, confidence } = of;
    return {
      is: 'system',
      of,
      n: 0,
      removed: false,
      id,
      kind: 'system',
      start: of.span.start,
      section,
      theme: null,
      period: null,
      confidence,
    };
  };
  const rows: Row[] = [
    ...report.statements.map(statement),
    ...report.tasks.map(task),
    ...report.systems.map(system),
    ...takenOut.map((one) => ('metric' in one ? statement(one) : task(one))),
  ];
  return rows.toSorted((a, b) => a.start - b.start).map((row, index) => ({ ...row, n: index + 1 }));
}

/** Whether a person still has to pick one of several readings. */
export const isWaiting = (row: Row): boolean =>
  row.is === 'statement' && row.ambiguity !== undefined && row.ambiguity.chosen === null;
