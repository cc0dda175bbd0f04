import { uuidv7 } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { NewEntry } from '@yiwang/ledger';

/** Another way to write entries, to compare with the one that is built. */
export interface Variant {
  readonly name: string;
  readonly schema: string;
  readonly append: (sql: Sql, entries: readonly NewEntry[]) => Promise<unknown>;
}

function table(name: string): string {
  return `CREATE TABLE ${name} (region text NOT NULL, id uuid NOT NULL, at timestamptz NOT NULL, kind text NOT NULL,
    actor text NOT NULL, subject text NOT NULL, reason text, body jsonb NOT NULL, PRIMARY KEY (region, id));`;
}

function columns(entries: readonly NewEntry[]): unknown[] {
  return [
    entries.map((entry) => entry.region),
    entries.map(() => uuidv7()),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.actor),
    entries.map((entry) => entry.subject),
    entries.map((entry) => entry.reason ?? null),
    entries.map((entry) => JSON.stringify(entry.body)),
  ];
}

const source = `unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])`;

export const variants: readonly Variant[] = [
  {
    name: 'a row per entry, with a row in a table of unplaced ones',
    schema: `CREATE SCHEMA v0; ${table('v0.entry')} CREATE INDEX ON v0.entry (region, subject, id);
      CREATE TABLE v0.pending (region text NOT NULL, id uuid NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v0.entry (region, id, kind, actor, subject, reason, body, at)
           SELECT *, now() FROM ${source} RETURNING region, id)
         INSERT INTO v0.pending SELECT region, id FROM new`,
        columns(entries),
      ),
  },
  {
    name: 'that, without an index on the subject',
    schema: `CREATE SCHEMA v1; ${table('v1.entry')}
      CREATE TABLE v1.pending (region text NOT NULL, id uuid NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v1.entry (region, id, kind, actor, subject, reason, body, at)
           SELECT *, now() FROM ${source} RETURNING region, id)
         INSERT INTO v1.pending SELECT region, id FROM new`,
        columns(entries),
      ),
  },
  {
    name: 'one pending row per statement, with the ids as an array',
    schema: `CREATE SCHEMA v2; ${table('v2.entry')} CREATE INDEX ON v2.entry (region, subject, id);
      CREATE TABLE v2.pending (region text NOT NULL, id uuid NOT NULL, ids uuid[] NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v2.entry (region, id, kind, actor, subject, reason, body, at) SELECT *, now() FROM ${source})
         INSERT INTO v2.pending VALUES (($1::text[])[1], ($2::uuid[])[1], $2)`,
        columns(entries),
      ),
  },
  {
    name: 'no pending rows: placed by transaction id below the oldest running one',
    schema: `CREATE SCHEMA v3; ${table('v3.entry')} CREATE INDEX ON v3.entry (region, subject, id);
      ALTER TABLE v3.entry ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id(); CREATE INDEX ON v3.entry (region, tx, id);`,
    append: (sql, entries) =>
      sql.execute(
        `INSERT INTO v3.entry (region, id, kind, actor, subject, reason, body, at) SELECT *, now() FROM ${source}`,
        columns(entries),
      ),
  },
  {
    name: 'one row and one pending row per statement, entries as a JSON array',
    schema: `CREATE SCHEMA v4; CREATE TABLE v4.entry (region text, id uuid, at timestamptz, subjects text[], body jsonb, PRIMARY KEY (region, id));
      CREATE INDEX ON v4.entry USING gin (subjects) WITH (fastupdate = on);
      CREATE TABLE v4.pending (region text NOT NULL, id uuid NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v4.entry VALUES ($1, $2, now(), $3, $4) RETURNING region, id)
         INSERT INTO v4.pending SELECT region, id FROM new`,
        [
          entries[0]?.region,
          uuidv7(),
          entries.map((entry) => entry.subject),
          JSON.stringify(entries.map((entry) => ({ ...entry, id: uuidv7() }))),
        ],
      ),
  },
  {
    name: 'no index on the subject, and one pending row per statement',
    schema: `CREATE SCHEMA v5; ${table('v5.entry')}
      CREATE TABLE v5.pending (region text NOT NULL, id uuid NOT NULL, ids uuid[] NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v5.entry (region, id, kind, actor, subject, reason, body, at) SELECT *, now() FROM ${source})
         INSERT INTO v5.pending VALUES (($1::text[])[1], ($2::uuid[])[1], $2)`,
        columns(entries),
      ),
  },
  {
    name: 'the same, and the body as text',
    schema: `CREATE SCHEMA v6; ${table('v6.entry').replace('jsonb', 'text')}
      CREATE TABLE v6.pending (region text NOT NULL, id uuid NOT NULL, ids uuid[] NOT NULL, PRIMARY KEY (region, id));`,
    append: (sql, entries) =>
      sql.execute(
        `WITH new AS (INSERT INTO v6.entry (region, id, kind, actor, subject, reason, body, at) SELECT *, now() FROM ${source.replace('jsonb', 'text')})
         INSERT INTO v6.pending VALUES (($1::text[])[1], ($2::uuid[])[1], $2)`,
        columns(entries),
      ),
  },
  {
    name: 'nothing is written, the entries are only made (the bench itself)',
    schema: '',
    append: () => Promise.resolve(),
  },
];
