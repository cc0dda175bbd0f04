import type { Clock } from '@yiwang/clock';
import { appendEntries, type JsonObject } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { bigrams } from '@yiwang/search';
import { faults } from '../faults.ts';
import { naturalValue, type NaturalValue } from './cell.ts';
import { checkKey, isRefused, readCells, type RowProblem } from './entityRow.ts';
import { findEntity, type Entity } from './findEntity.ts';
import { logChange } from './logChange.ts';
import { lockHeads } from './lockHeads.ts';
import type { Register } from './register.ts';
import { listColumns, sqlType, tableOf } from './registerTable.ts';

export interface EntityChange {
  readonly region: string;
  readonly code: string;
  /** Needed for an entity that is new. */
  readonly name?: string;
  /** What is left out stays as it is; null takes a value away. */
  readonly values: Readonly<Record<string, unknown>>;
  /** `account:100012` */
  readonly actor: string;
  readonly reason: string;
  /** A UUID made by whoever sends the command, so that one sent twice is done once. */
  readonly id?: string;
}

export interface ChangedEntity {
  /** `same`: nothing was written, for it stood so already, or the command was done before. */
  readonly kind: 'added' | 'changed' | 'same';
  readonly entity: Entity;
}

/**
 * Adds one entity or changes it: the row, the line in the change log, the entry in the ledger and the word to the matching
 * engine, in the caller's transaction. Changes of one district's part of a register wait for each other until it commits.
 * @throws judge.entityValues naming the first column that can not be taken; judge.entityName for a new one without a name
 */
export async function changeEntity(
  tx: Transaction,
  clock: Clock,
  register: Register,
  change: EntityChange,
): Promise<ChangedEntity> {
  const { region, code } = change;
  const wrong = checkKey(change, 1);
  if (wrong.length > 0) throw refused(register, change, wrong);
  const heads = await lockHeads(tx, register.code, [region]);
  const before = await findEntity(tx, register, region, code);
  if (before !== undefined && change.id !== undefined && (await wasDone(tx, register, region, change.id))) {
    return { kind: 'same', entity: before };
  }
  const name = change.name ?? before?.name;
  if (name === undefined) throw faults.entityName({ register: register.code, code });
  const given: Record<string, unknown> = { ...before?.values, ...change.values };
  const cells = readCells(register, { region, code, name, values: given }, 1);
  if (isRefused(cells)) throw refused(register, change, cells);
  const values: Record<string, NaturalValue> = {};
  register.columns.forEach((column, n) => (values[column.name] = naturalValue(column, cells[n] ?? null)));
  const entity = { region, code, name, values };
  const changes = differences(before, entity);
  if (before !== undefined && Object.keys(changes).length === 0) return { kind: 'same', entity };
  const placed = register.columns.map((column, n) => `, $${n + 5}::${sqlType(column)}`).join('');
  await tx.execute(
    `INSERT INTO ${tableOf(register)} (region, code, name, search_terms${listColumns(register, (quoted) => quoted)})
     VALUES ($1, $2, $3, $4${placed})
     ON CONFLICT (region, code) DO UPDATE SET name = excluded.name, search_terms = excluded.search_terms
       ${listColumns(register, (quoted) => `${quoted} = excluded.${quoted}`)}`,
    [region, code, name, bigrams(name), ...register.columns.map((column) => values[column.name] ?? null)],
  );
  const kind = before === undefined ? 'added' : 'changed';
  await logChange(tx, clock, register, heads, { region, code, kind, before: before?.values, command: change.id });
  await appendEntries(tx, clock, [
    {
      region,
      kind: `entity.${kind}`,
      actor: change.actor,
      subject: `entity:${register.code}/${code}`,
      reason: change.reason,
      body: { register: register.code, code, changes },
    },
  ]);
  return { kind, entity };
}

function refused(register: Register, { code }: EntityChange, [problem]: readonly RowProblem[]): Error {
  const { column, value, why } = problem ?? { column: '', value: '', why: { zh: '', en: '' } };
  return faults.entityValues({ register: register.code, code, column, value, whyZh: why.zh, whyEn: why.en });
}

async function wasDone(tx: Transaction, register: Register, region: string, command: string): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM judge.register_changes WHERE region = $1 AND register = $2 AND command = $3`,
    [region, register.code, command],
  );
  return found.length > 0;
}

/** What an entry tells: each column that differs, before and after. */
function differences(before: Entity | undefined, after: Entity): JsonObject {
  const changes: Record<string, JsonObject> = {};
  if (before?.name !== after.name) changes['name'] = { before: before?.name ?? null, after: after.name };
  for (const [column, value] of Object.entries(after.values)) {
    const old = before?.values[column] ?? null;
    if (old !== value) changes[column] = { before: old, after: value };
  }
  return changes;
}
