import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { decide } from '../decide/decide.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { findThresholds } from './findThresholds.ts';
import { moveThresholds } from './moveThresholds.ts';

const file = 'table.dmn';
const xml = readFileSync(new URL('fixtures/table.dmn', import.meta.url), 'utf8');
const thresholds = findThresholds(readDecisionModel(xml, file));

test("a bound that rows share is one threshold, with its column's words and unit", () => {
  const [staff] = thresholds;
  assert.deepEqual(
    [staff?.label, staff?.unit, staff?.value, staff?.text],
    [{ zh: '从业人数', en: 'Staff' }, '人', '20', '<= 20 · > 20'],
  );
  assert.equal(staff?.at.length, 2);
});

test('it moves in all rows together, so that none overlap', () => {
  const moved = readDecisionModel(
    moveThresholds(xml, file, thresholds, [{ id: thresholds[0]?.id ?? '', value: '30' }]),
    file,
  );
  for (const [staff, small] of [
    [30, 'small'],
    [31, 'large'],
  ]) {
    assert.equal(decide(moved, 'size', { staff }).value, small);
  }
});

test('rates and caps are found in results, the decimals of a rounding are not', () => {
  assert.deepEqual(
    thresholds.slice(1).map(({ value, unit }) => [value, unit]),
    [
      ['0.05', ''],
      ['6000', '元'],
    ],
  );
});

test('what is no threshold, and what is no number, is refused', () => {
  const move = (id: string, value: string) => () => moveThresholds(xml, file, thresholds, [{ id, value }]);
  assert.throws(move('nothing', '1'), (error) => isFault(error, 'judge.unknownThreshold'));
  assert.throws(move(thresholds[0]?.id ?? '', '1 or true'), (error) => isFault(error, 'judge.notANumber'));
});
