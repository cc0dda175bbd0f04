import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { lintSchema, testDatabase } from '../index.ts';

const good = [
  `CREATE TABLE kind (code text PRIMARY KEY)`,
  `COMMENT ON TABLE kind IS 'reference'`,
  `CREATE TABLE thing (region text, id uuid, kind text REFERENCES kind, name text,
     PRIMARY KEY (region, id), UNIQUE (name, region))`,
  `COMMENT ON TABLE thing IS 'tenant: region'`,
  `CREATE TABLE part (region text, id uuid, thing uuid, PRIMARY KEY (region, id),
     FOREIGN KEY (region, thing) REFERENCES thing (region, id))`,
  `COMMENT ON TABLE part IS 'tenant: region'`,
];

/** A statement that breaks a rule, beside the good tables. */
const broken: Readonly<Record<string, string>> = {
  'table-kind': `CREATE TABLE untold (n int PRIMARY KEY)`,
  'tenant-column': `CREATE TABLE odd (n int PRIMARY KEY); COMMENT ON TABLE odd IS 'tenant: region'`,
  'primary-key': `CREATE TABLE bare (region text); COMMENT ON TABLE bare IS 'tenant: region'`,
  'tenant-in-key': `CREATE UNIQUE INDEX ON thing (name)`,
  'tenant-in-foreign-key': `ALTER TABLE part ADD other text, ADD FOREIGN KEY (other, id) REFERENCES thing (region, id)`,
  'reference-to-tenant': `ALTER TABLE kind ADD region text, ADD id uuid, ADD FOREIGN KEY (region, id) REFERENCES thing`,
  'foreign-key-to-local': `CREATE TABLE local (n int PRIMARY KEY); ALTER TABLE thing ADD n int REFERENCES local`,
  'int-identity': `ALTER TABLE kind ADD n int GENERATED ALWAYS AS IDENTITY`,
  trigger: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER f BEFORE INSERT ON thing FOR EACH ROW EXECUTE FUNCTION f()`,
};

suite('the lint of a schema', () => {
  test('a schema that keeps every rule has no problem', async (t) => {
    const db = await testDatabase(t, []);
    for (const statement of good) await db.execute(statement);
    assert.deepEqual(await lintSchema(db), []);
  });

  for (const [rule, statement] of Object.entries(broken)) {
    test(`${rule} is found when it is broken`, async (t) => {
      const db = await testDatabase(t, []);
      for (const each of good) await db.execute(each);
      await db.query(statement);
      const rules = (await lintSchema(db)).map((problem) => problem.rule);
      assert.ok(rules.includes(rule), `found ${rules.join(', ') || 'nothing'}`);
    });
  }

  test('a serial column is found as a counter too', async (t) => {
    const db = await testDatabase(t, []);
    await db.query(`CREATE TABLE s (n serial PRIMARY KEY); COMMENT ON TABLE s IS 'reference'`);
    assert.deepEqual(
      (await lintSchema(db)).map((problem) => problem.rule),
      ['int-identity'],
    );
  });
});
