import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { ledgersPage } from './test/ledgersPage.ts';
import { playLedger, randomVersion, seeded } from './test/randomLedger.ts';

/** A seeded sample; a million and the page of the result with YIWANG_SOAK=1, in about a quarter of an hour. */
const soak = process.env['YIWANG_SOAK'] === '1';
const ledgers = soak ? 1_000_000 : 600;

test('random ledgers of clocks agree with a telling minute by minute', { timeout: soak ? Infinity : 60_000 }, (t) => {
  const draw = seeded(20_260_101);
  const versions = Array.from({ length: 48 }, (_, n) => randomVersion(draw, n));
  const begun = performance.now();
  let compared = 0;
  for (let seed = 1; seed <= ledgers; seed++) {
    try {
      compared += playLedger(seeded(seed), versions);
    } catch (error) {
      t.diagnostic(`ledger ${seed}`);
      throw error;
    }
  }
  t.diagnostic(`${ledgers} ledgers, ${compared} comparisons, no difference`);
  const page = new URL('../../../../docs/conformance/clocks.md', import.meta.url);
  if (soak) writeFileSync(page, ledgersPage(ledgers, compared, (performance.now() - begun) / 1000));
});
