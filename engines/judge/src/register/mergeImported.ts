import type { Clock } from '@yiwang/clock';
import { quoteName, type Transaction } from '@yiwang/postgres';
import { beforeJson } from './beforeJson.ts';
import { lockHeads, moveHeads } from './lockHeads.ts';
import { searchIndex, searchIndexOf } from './prepareRegister.ts';
import type { Register } from './register.ts';
import { listColumns, tableOf } from './registerTable.ts';
import { natural } from './staging.ts';

interface Merged {
  added: number;
  changed: number;
}

/**
 * From the staged rows into the register, with the log of what that changes. A district that had no rows is one line of the
 * log; of the others each row that is new or differs is one.
 */
export async function mergeImported(
  tx: Transaction,
  clock: Clock,
  register: Register,
  regions: readonly string[],
): Promise<Merged> {
  const merged = { added: 0, changed: 0 };
  if (regions.length === 0) return merged;
  const heads = new Map(await lockHeads(tx, register.code, regions));
  const found = await tx.query<{ region: string; filled: boolean }>(
    `SELECT r.region, EXISTS (SELECT FROM ${tableOf(register)} t WHERE t.region = r.region) AS filled
     FROM unnest($1::text[]) r(region)`,
    [regions],
  );
  const empty = found.filter(({ filled }) => !filled).map(({ region }) => region);
  const filled = found.filter((row) => row.filled).map(({ region }) => region);
  await tx.query('ANALYZE pg_temp.entities (region, code)');
  if (empty.length > 0) merged.added += await fill(tx, clock, register, empty, heads);
  if (filled.length > 0) await mix(tx, clock, register, filled, heads, merged);
  await moveHeads(tx, register.code, heads);
  return merged;
}

const staged = (register: Register) =>
  `s.region, s.code, s.name, s.search_terms${listColumns(register, (name, column) => natural(`s.${name}`, column))}`;
const target = (register: Register) =>
  `${tableOf(register)} (region, code, name, search_terms${listColumns(register, (name) => name)})`;

async function fill(
  tx: Transaction,
  clock: Clock,
  register: Register,
  regions: readonly string[],
  heads: Map<string, number>,
): Promise<number> {
  const others = await tx.query(`SELECT FROM ${tableOf(register)} LIMIT 1`);
  const alone = others.length === 0;
  // An empty table is filled without its search index, which is made afterwards.
  if (alone) await tx.query(`DROP INDEX IF EXISTS ${quoteName('registers', searchIndexOf(register))}`);
  const added = await tx.execute(
    `INSERT INTO ${target(register)} SELECT ${staged(register)} FROM pg_temp.entities s WHERE s.region = ANY ($1)`,
    [regions],
  );
  if (alone) await tx.query(searchIndex(register));
  for (const region of regions) heads.set(region, (heads.get(region) ?? 0) + 1);
  await tx.execute(
    `INSERT INTO judge.register_changes (region, register, position, kind, code, at)
     SELECT v.region, $2, v.position, 'loaded', '', $4 FROM unnest($1::text[], $3::bigint[]) v(region, position)`,
    [regions, register.code, regions.map((region) => heads.get(region)), clock.now()],
  );
  await tx.query(`ANALYZE ${tableOf(register)}`);
  return added;
}

async function mix(
  tx: Transaction,
  clock: Clock,
  register: Register,
  regions: readonly string[],
  heads: Map<string, number>,
  merged: Merged,
): Promise<void> {
  const differing = `FROM pg_temp.entities s LEFT JOIN ${tableOf(register)} t ON t.region = s.region AND t.code = s.code
    WHERE s.region = ANY ($1) AND (t.code IS NULL OR (t.name${listColumns(register, (name) => `t.${name}`)})
      IS DISTINCT FROM (s.name${listColumns(register, (name, column) => natural(`s.${name}`, column))}))`;
  const logged = await tx.query<{ region: string; kind: string; n: number; last: number }>(
    `WITH heads AS (SELECT * FROM unnest($1::text[], $3::bigint[]) h(region, position)),
       differing AS (SELECT s.region, s.code, s.line, t.code IS NULL AS fresh,
         CASE WHEN t.code IS NOT NULL THEN ${beforeJson(register, 't')} END AS before ${differing}),
       logged AS (INSERT INTO judge.register_changes (region, register, position, kind, code, before, at)
         SELECT d.region, $2, h.position + row_number() OVER (PARTITION BY d.region ORDER BY d.line),
           CASE WHEN d.fresh THEN 'added' ELSE 'changed' END, d.code, d.before, $4
         FROM differing d JOIN heads h ON h.region = d.region RETURNING region, kind, position)
     SELECT region, kind, count(*) AS n, max(position) AS last FROM logged GROUP BY region, kind`,
    [regions, register.code, regions.map((region) => heads.get(region)), clock.now()],
  );
  for (const { region, kind, n, last } of logged) {
    merged[kind === 'added' ? 'added' : 'changed'] += n;
    heads.set(region, Math.max(heads.get(region) ?? 0, last));
  }
  if (logged.length === 0) return;
  await tx.execute(
    `INSERT INTO ${target(register)} SELECT ${staged(register)} ${differing}
     ON CONFLICT (region, code) DO UPDATE SET name = excluded.name, search_terms = excluded.search_terms
       ${listColumns(register, (name) => `${name} = excluded.${name}`)}`,
    [regions],
  );
}
