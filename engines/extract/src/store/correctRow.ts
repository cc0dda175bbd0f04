import { uuidv7, type Clock } from '@yiwang/clock';
import { appendEntries, type JsonObject, type JsonValue } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { extractFaults as faults } from '../faults.ts';
import { checkTexts } from './checkTexts.ts';
import { statementFields, taskFields, type CorrectedFields } from './correction.ts';
import { keepCounts, lockReport } from './lockReport.ts';
import type { ReadRows } from './readRows.ts';
import { rowsAsTheyStand, type StandingRows } from './rowsAsTheyStand.ts';

export interface RowCorrection {
  readonly region: string;
  readonly report: string;
  /** Id of a statement, task, system or link. */
  readonly row: string;
  /** Null takes the row out; empty goes back to the machine's. */
  readonly fields: CorrectedFields | null;
  readonly reason: string;
  readonly by: string;
}

/**
 * Puts one row right by hand, beside the machine's reading and with its ledger entry. Corrections of one row add up; two of
 * the same field at once are both kept, and the one that commits last stands.
 * @throws extract.noReport, extract.noRow, extract.fieldNotOfRow, extract.badText
 */
export async function correctRow(tx: Transaction, clock: Clock, correction: RowCorrection): Promise<void> {
  const { region, report, row, fields, reason, by } = correction;
  checkTexts({ reason, ...fields });
  const { revision, machine, choices, corrections } = await lockReport(tx, region, report);
  checkFields(machine, row, fields);
  const before = rowsAsTheyStand(machine, choices, corrections);
  const after = rowsAsTheyStand(machine, choices, [...corrections, { row, fields }]);
  const body: JsonObject = { row, ...changeOf(before, after, row, fields) };
  const [entry] = await appendEntries(tx, clock, [
    { region, kind: 'report.corrected', actor: by, subject: `report:${report}`, reason, body },
  ]);
  await tx.execute(
    `INSERT INTO extract.correction (region, report, revision, id, machine_row, fields, reason, by, at, entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      region,
      report,
      revision,
      uuidv7(),
      row,
      fields === null ? null : JSON.stringify(fields),
      reason,
      by,
      clock.now(),
      entry,
    ],
  );
  await keepCounts(tx, region, report, after.counts);
}

function checkFields(machine: ReadRows, row: string, fields: CorrectedFields | null): void {
  const isRow = ({ id }: { readonly id: string }): boolean => id === row;
  const isStatement =
    machine.statements.some(isRow) ||
    machine.ambiguities.some(({ readings }) => readings.some(({ statements }) => statements.some(isRow)));
  const isTask = machine.tasks.some(isRow);
  if (!isStatement && !isTask && !machine.systems.some(isRow) && !machine.links.some(isRow))
    throw faults.noRow({ row });
  const known: readonly string[] = isStatement ? statementFields : isTask ? taskFields : [];
  const field = Object.keys(fields ?? {}).find((name) => !known.includes(name));
  if (field !== undefined) throw faults.fieldNotOfRow({ row, field });
}

/** Each field with what stood before and what stands now; a row taken out or put back as a whole. */
function changeOf(before: StandingRows, after: StandingRows, row: string, fields: CorrectedFields | null): JsonObject {
  const old = fieldsOf(before, row);
  const now = fieldsOf(after, row);
  if (now === undefined) return { taken: 'out', old: old ?? null };
  const restored = fields !== null && Object.keys(fields).length === 0;
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now)])];
  const changed = names.filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(now[name]));
  const each = changed.map((name) => [name, { old: old?.[name] ?? null, new: now[name] ?? null }]);
  return { ...(restored ? { restored: true } : {}), fields: Object.fromEntries(each) as JsonObject };
}

/** Undefined for a row that doesn't stand. */
function fieldsOf(rows: StandingRows, id: string): JsonObject | undefined {
  const { statements, tasks, systems, links } = rows;
  const found = [...statements, ...tasks, ...systems, ...links].find((row) => row.id === id);
  if (found === undefined) return undefined;
  if ('mentions' in found) return { name: found.name.toWellFormed(), category: found.category };
  return JSON.parse(JSON.stringify(found).toWellFormed()) as { readonly [name: string]: JsonValue };
}
