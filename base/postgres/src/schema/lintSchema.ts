import type { Sql } from '../sql.ts';
import type { SchemaProblem } from './schemaProblem.ts';

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly string[];
}

const tables = `
  SELECT c.oid::int8 AS oid, n.nspname || '.' || c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY name`;

const keys = `
  SELECT i.indrelid::int8 AS oid, i.indexrelid::regclass::text AS name, i.indisprimary AS is_primary,
    ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) k JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k) AS columns
  FROM pg_index i WHERE i.indisunique OR i.indisexclusion ORDER BY name`;

const references = `
  SELECT k.conrelid::int8 AS oid, k.confrelid::int8 AS target, k.conname AS name,
    ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.o) AS columns,
    ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.o) AS target_columns
  FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 ORDER BY name`;

const counters = `
  SELECT a.attrelid::int8 AS oid, a.attname AS name
  FROM pg_attribute a LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
  WHERE a.attnum > 0 AND a.atttypid IN ('int2'::regtype, 'int4'::regtype)
    AND (a.attidentity <> '' OR pg_get_expr(f.adbin, f.adrelid) LIKE 'nextval(%') ORDER BY 1, 2`;

const triggers = `SELECT tgrelid::int8 AS oid, tgname AS name FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`;

const tenantOf = (table: Table): string | undefined => /^tenant: (\w+)\b/.exec(table.comment ?? '')?.[1];
const isReference = (table: Table): boolean => /^reference\b/.test(table.comment ?? '');

/**
 * What of a migrated database would not work once its tables are distributed by their tenant column over Citus.
 * A table says what it is by its comment: `tenant: <column>` when it grows, `reference` when it is small and copied to
 * every node.
 */
export async function lintSchema(db: Sql): Promise<SchemaProblem[]> {
  const all = await db.query<Table>(tables);
  const byOid = new Map(all.map((table) => [table.oid, table]));
  const problems: SchemaProblem[] = [];
  const report = (rule: string, where: string, what: string) => problems.push({ rule, where, what });

  for (const table of all) {
    const tenant = tenantOf(table);
    if (tenant === undefined && !isReference(table)) {
      report('table-kind', table.name, `needs COMMENT ON TABLE … IS 'tenant: <column>' or 'reference'`);
    } else if (tenant !== undefined && !table.columns.includes(tenant)) {
      report('tenant-column', table.name, `has no column ${tenant}, which its comment names`);
    }
  }
  const found = await db.query<{ oid: number; name: string; is_primary: boolean; columns: string[] }>(keys);
  const withPrimary = new Set(found.filter((key) => key.is_primary).map((key) => key.oid));
  for (const table of all.filter(({ oid }) => !withPrimary.has(oid))) {
    report('primary-key', table.name, 'has no primary key');
  }
  for (const key of found) {
    const table = byOid.get(key.oid);
    const tenant = table && tenantOf(table);
    if (tenant === undefined || key.columns.includes(tenant)) continue;
    report('tenant-in-key', table?.name ?? '', `${key.name} lacks the tenant column ${tenant}`);
  }
  for (const reference of await db.query<{
    oid: number;
    target: number;
    name: string;
    columns: string[];
    target_columns: string[];
  }>(references)) {
    const [table, target] = [byOid.get(reference.oid), byOid.get(reference.target)];
    if (table === undefined || target === undefined) continue;
    const [tenant, targetTenant] = [tenantOf(table), tenantOf(target)];
    if (targetTenant !== undefined && tenant === undefined) {
      report('reference-to-tenant', table.name, `${reference.name}: a reference table can not point to ${target.name}`);
    } else if (targetTenant !== undefined && tenant !== undefined) {
      const place = reference.columns.indexOf(tenant);
      if (place < 0 || reference.target_columns[place] !== targetTenant) {
        report('tenant-in-foreign-key', table.name, `${reference.name} does not pair ${tenant} with ${targetTenant}`);
      }
    } else if (!isReference(target)) {
      report('foreign-key-to-local', table.name, `${reference.name} points to ${target.name}, a plain local table`);
    }
  }
  for (const { oid, name } of await db.query<{ oid: number; name: string }>(counters)) {
    const table = byOid.get(oid);
    if (table)
      report('int-identity', table.name, `${name} counts up in int: use bigint, or a UUIDv7 of the application`);
  }
  for (const { oid, name } of await db.query<{ oid: number; name: string }>(triggers)) {
    const table = byOid.get(oid);
    if (table) report('trigger', table.name, `${name}: triggers do not work on distributed tables`);
  }
  return problems;
}
