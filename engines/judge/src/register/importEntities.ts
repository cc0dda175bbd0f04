import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import { copyRows, type CopyColumn, type Transaction } from '@yiwang/postgres';
import { bigrams } from '@yiwang/search';
import { checkKey, isRefused, readCells, type EntityRow, type RowProblem } from './entityRow.ts';
import { mergeImported } from './mergeImported.ts';
import type { Register } from './register.ts';
import { listColumns } from './registerTable.ts';
import { stagingType } from './staging.ts';
import { createTextIndex } from './textIndex.ts';

export interface ImportOrder {
  /** `account:100012` or `system:feed` */
  readonly actor: string;
  readonly reason: string;
  /** How many problems are told at the most; all are counted. 100 unless told. */
  readonly told?: number;
}

export interface ImportReport {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** As they stood there already. */
  readonly same: number;
  /** Rows that were left out. */
  readonly bad: number;
  /** The first problems of them, in order. */
  readonly problems: readonly RowProblem[];
}

/**
 * Writes entities by COPY: adds those that are new, changes those that differ, leaves the others. A bad row is left out and
 * told; whoever wants all or nothing throws when `bad` is not 0, and the transaction rolls back. What was changed is logged
 * with the values before, a district that was empty as one line. Memory: 50 bytes a row, and the chunk under way.
 */
export async function importEntities(
  tx: Transaction,
  clock: Clock,
  register: Register,
  rows: Iterable<EntityRow> | AsyncIterable<EntityRow>,
  { actor, reason, told = 100 }: ImportOrder,
): Promise<ImportReport> {
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query(`CREATE TEMP TABLE entities (line int8, region text, code text, name text, search_terms text[]
    ${listColumns(register, (name, column) => `${name} ${stagingType(column)}`)}) ON COMMIT DROP`);
  const columns: CopyColumn[] = [
    { name: 'line', type: 'int8' },
    { name: 'region', type: 'text' },
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'search_terms', type: 'text[]' },
    ...register.columns.map((column) => ({ name: column.name, type: stagingType(column) })),
  ];
  const seen = createTextIndex();
  const regions = new Map<string, number>();
  const problems: RowProblem[] = [];
  let count = 0;
  let bad = 0;
  const refuse = (found: readonly RowProblem[]): void => {
    bad += 1;
    problems.push(...found.slice(0, Math.max(told - problems.length, 0)));
  };
  const take = (row: EntityRow): unknown[] | undefined => {
    count += 1;
    const line = row.line ?? count;
    const wrong = checkKey(row, line);
    const cells = readCells(register, row, line);
    if (wrong.length > 0 || isRefused(cells)) {
      refuse(isRefused(cells) ? [...wrong, ...cells] : wrong);
      return undefined;
    }
    const { region, code, name } = row;
    const known = seen.size;
    if (seen.placeText(`${region}${code}`) < known) {
      const why = { zh: '同一代码在本次导入中已出现', en: 'the code was given before in this import' };
      refuse([{ line, column: 'code', value: code, why }]);
      return undefined;
    }
    regions.set(region, (regions.get(region) ?? 0) + 1);
    return [line, region, code, name, bigrams(name), ...cells];
  };
  await copyRows(tx, 'pg_temp.entities', columns, taken(rows, take));
  const written = await mergeImported(tx, clock, register, [...regions.keys()]);
  await tx.query('DROP TABLE pg_temp.entities');
  const good = count - bad;
  const report = { rows: count, ...written, same: good - written.added - written.changed, bad, problems };
  await appendEntries(
    tx,
    clock,
    [...regions].map(([region, given]) => ({
      region,
      kind: 'register.imported',
      actor,
      subject: `register:${register.code}`,
      reason,
      body: { register: register.code, rows: given },
    })),
  );
  return report;
}

/** Rows between which others get their turn: the server may be so fast that the stream never waits for it. */
const atOnce = 500;

async function* taken(
  rows: Iterable<EntityRow> | AsyncIterable<EntityRow>,
  take: (row: EntityRow) => unknown[] | undefined,
): AsyncGenerator<unknown[]> {
  let count = 0;
  for await (const row of rows) {
    const cells = take(row);
    if (cells !== undefined) yield cells;
    count += 1;
    if (count % atOnce === 0) await setImmediate();
  }
}
