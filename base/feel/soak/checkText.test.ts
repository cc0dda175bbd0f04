import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkText } from './checkText.ts';
import { randomText, seeded } from './randomText.ts';

const inputs = process.env['YIWANG_SOAK'] === '1' ? 1_000_000 : 4000;

test(
  'any text gives a value of its type, the same with a trace and without, or a fault',
  { timeout: 7_200_000 },
  () => {
    const random = seeded(20_261_122);
    let valued = 0;
    for (let input = 0; input < inputs; input += 1) {
      if (checkText(randomText(random), input % 4 === 0) === 'value') valued += 1;
    }
    assert.ok(valued > inputs / 5, `only ${valued} of ${inputs} texts had a value`);
  },
);
