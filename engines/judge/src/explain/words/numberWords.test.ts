import { test } from 'node:test';
import assert from 'node:assert/strict';
import { numberWords } from './numberWords.ts';

const said = (digits: bigint, decimals: number, unit: string) => Object.values(numberWords({ digits, decimals }, unit));

test('large round numbers are said in 万 and 亿, and in million and billion', () => {
  assert.deepEqual(said(4_800_000n, 0, '元'), ['480 万元', '4.8 million yuan']);
  assert.deepEqual(said(120_000_000n, 0, '元'), ['1.2 亿元', '120 million yuan']);
  assert.deepEqual(said(50_000n, 0, '元'), ['5 万元', '50,000 yuan']);
});

test('what is not short that way keeps all its digits, in groups of three', () => {
  assert.deepEqual(said(480_321_755n, 2, '元'), ['4,803,217.55 元', '4,803,217.55 yuan']);
});

test('a unit of 万 is a thousand yuan ten times over in English', () => {
  assert.deepEqual(said(480n, 0, '万元'), ['480 万元', '4.8 million yuan']);
});

test('people are counted whole, and one of them is a person', () => {
  assert.deepEqual(said(1n, 0, '人'), ['1 人', '1 person']);
  assert.deepEqual(said(-12n, 0, '人'), ['-12 人', '-12 people']);
});
