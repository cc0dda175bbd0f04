import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { dumpSchema, testDatabase } from '../index.ts';

const statements = [
  `CREATE SCHEMA demo`,
  `CREATE TYPE demo.light AS ENUM ('green', 'red')`,
  `CREATE TABLE demo.station (region text NOT NULL, id uuid NOT NULL, name text COLLATE "C" DEFAULT '西溪',
     width numeric(6,2) CHECK (width > 0), twice numeric GENERATED ALWAYS AS (width * 2) STORED, PRIMARY KEY (region, id))`,
  `COMMENT ON TABLE demo.station IS 'tenant: region'`,
  `COMMENT ON COLUMN demo.station.width IS 'metres'`,
  `CREATE TABLE demo.level (region text NOT NULL, station uuid NOT NULL, at timestamptz NOT NULL,
     FOREIGN KEY (region, station) REFERENCES demo.station, PRIMARY KEY (region, station, at)) PARTITION BY RANGE (at)`,
  `CREATE TABLE demo.level_2027 PARTITION OF demo.level FOR VALUES FROM ('2027-01-01Z') TO ('2028-01-01Z')`,
  `CREATE INDEX level_at ON demo.level USING brin (at) WHERE at > '2020-01-01Z'`,
  `CREATE FUNCTION demo.one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'`,
];

suite('the text of a schema', () => {
  test('it names tables, columns, constraints, indexes, types, functions and comments', async (t) => {
    const db = await testDatabase(t, []);
    for (const statement of statements) await db.execute(statement);
    const dump = await dumpSchema(db);
    for (const line of [
      `demo.light\n  enum 'green', 'red'`,
      `demo.station\n  table\n  column 001 region text NOT NULL`,
      `  column 003 name text COLLATE C DEFAULT '西溪'::text`,
      `  column 005 twice numeric GENERATED ALWAYS AS ((width * (2)::numeric)) STORED`,
      `  constraint station_pkey PRIMARY KEY (region, id)`,
      `  comment 'tenant: region'`,
      `  comment on width 'metres'`,
      `  constraint level_region_station_fkey FOREIGN KEY (region, station) REFERENCES demo.station(region, id)`,
      `  index CREATE INDEX level_at ON ONLY demo.level USING brin (at)`,
      `  CREATE OR REPLACE FUNCTION demo.one()`,
      `demo.level_2027`,
    ]) {
      assert.ok(dump.includes(line), `${line}\nis missing in\n${dump}`);
    }
  });

  test('the order of making does not matter, a changed column does', async (t) => {
    const [one, two] = [await testDatabase(t, []), await testDatabase(t, [])];
    const tables = [`CREATE TABLE a (n int PRIMARY KEY)`, `CREATE TABLE b (n int PRIMARY KEY)`];
    for (const table of tables) await one.execute(table);
    for (const table of tables.toReversed()) await two.execute(table);
    assert.equal(await dumpSchema(one), await dumpSchema(two));
    await two.execute(`ALTER TABLE b ALTER n TYPE bigint`);
    assert.notEqual(await dumpSchema(one), await dumpSchema(two));
  });
});
