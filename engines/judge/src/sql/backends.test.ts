import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { sampleRegister, seeded } from '../formula/fixtures/randomRules.ts';
import { registerDatabase } from '../register/fixtures/registerDatabase.ts';
import { backendsPage } from './fixtures/backendsPage.ts';
import { compareBackends, type Compared } from './fixtures/compareBackends.ts';

/** `./yiwang test --soak` or YIWANG_SOAK=1 compares a million pairs of a rule and a row, and writes the page. */
const soak = process.env['YIWANG_SOAK'] === '1';
const wanted = soak ? 1_000_000 : 8000;

test(
  'evaluator, formula, SQL and columns give the same for random rules and rows, missing data included',
  { timeout: soak ? 3_600_000 : 60_000 },
  async (t) => {
    const db = await registerDatabase(t, sampleRegister);
    const seed = 4711;
    const random = seeded(seed);
    let total: Compared = { expressions: 0, tables: 0, refused: 0, pairs: 0, nulls: 0 };
    const started = performance.now();
    while (total.pairs < wanted) {
      const { expressions, tables, refused, pairs, nulls } = await compareBackends(db, random, 100, 40);
      total = {
        expressions: total.expressions + expressions,
        tables: total.tables + tables,
        refused: total.refused + refused,
        pairs: total.pairs + pairs,
        nulls: total.nulls + nulls,
      };
      if (soak && total.tables % 200 === 0) t.diagnostic(`${total.pairs} pairs`);
    }
    assert.ok(total.nulls > total.pairs / 100, `${total.nulls} of ${total.pairs} are null`);
    assert.ok(total.refused < (total.expressions + total.tables) * 0.3, `${total.refused} were refused`);
    if (!soak) return;
    const page = backendsPage(total, seed, (performance.now() - started) / 1000);
    writeFileSync(new URL('../../../../docs/conformance/backends.md', import.meta.url), page);
  },
);
