import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lintMigrations, lintSql } from '../index.ts';

const rulesOf = (text: string) => lintSql(text).map((problem) => problem.rule);

/** Each rule with a text that breaks it and one that comes close. */
const cases: readonly [rule: string, breaks: string, keeps: string][] = [
  ['volatile-in-update', 'UPDATE a SET at = clock_timestamp()', 'UPDATE a SET at = now()'],
  [
    'volatile-in-update',
    'INSERT INTO a VALUES (1) ON CONFLICT (n) DO UPDATE SET x = random()',
    'INSERT INTO a SELECT random()',
  ],
  ['volatile-in-update', 'UPDATE a SET id = gen_random_uuid()', 'SELECT n FROM a WHERE x < random() FOR UPDATE'],
  [
    'skip-locked-without-tenant',
    'SELECT id FROM job FOR UPDATE SKIP LOCKED',
    'SELECT id FROM job WHERE region = $1 FOR UPDATE SKIP LOCKED',
  ],
  ['grouping-sets', 'SELECT 1 FROM a GROUP BY GROUPING SETS ((a), (b))', 'SELECT 1 FROM a GROUP BY a'],
  ['grouping-sets', 'SELECT 1 FROM a GROUP BY ROLLUP (a)', `SELECT 'GROUPING SETS (a)'`],
  ['counter-column', 'CREATE TABLE a (n bigserial, m int)', 'CREATE TABLE a (serial_number text, m int)'],
  ['counter-column', 'CREATE TABLE a (n int GENERATED ALWAYS AS IDENTITY)', 'CREATE TABLE a (n int)'],
  ['trigger', 'CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f()', '-- CREATE TRIGGER is not allowed'],
];

function migrations(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yw-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { owner: 'demo', folder: pathToFileURL(`${folder}/`) };
}

suite('the lint of SQL text', () => {
  for (const [rule, breaks, keeps] of cases) {
    test(`${rule}: ${breaks}`, () => {
      assert.deepEqual(rulesOf(breaks), [rule]);
      assert.deepEqual(rulesOf(keeps), []);
    });
  }

  test('the line is named, and one statement’s tenant filter does not excuse another', () => {
    const text = `SELECT 1 FROM a WHERE region = $1;\n-- the queue\nSELECT id\nFROM job FOR UPDATE SKIP LOCKED`;
    assert.deepEqual(
      lintSql(text, 'claim.sql').map(({ where }) => where),
      ['claim.sql:4'],
    );
  });

  test('prose is no SQL', () => {
    assert.deepEqual(lintSql('Updates the roll-up (set by the officer) at random.'), []);
  });

  test('migrations are read one by one, and a gap in their numbers is named', (t) => {
    const set = migrations(t, { '0001-a.sql': 'SELECT 1;\nUPDATE a SET x = random()', '0003-b.sql': 'SELECT 2' });
    assert.deepEqual(
      lintMigrations([set]).map(({ rule, where }) => `${rule} ${where}`),
      ['migration-number demo/0003-b.sql', 'volatile-in-update demo/0001-a.sql:2'],
    );
  });
});
