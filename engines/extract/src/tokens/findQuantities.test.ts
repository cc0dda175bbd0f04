import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findQuantities } from './findQuantities.ts';
import { chineseNumeralAt } from './numerals.ts';
import { siOf } from './units.ts';

const read = (text: string) =>
  [...findQuantities(text, 0, text.length)].map(({ start, end, values, unit }) => [
    text.slice(start, end),
    ...values,
    unit,
  ]);

test('a number comes with its multiple and unit, in half and full width', () => {
  assert.deepEqual(read('财政收入1,234.5亿元、５．５万户，用电3400多万千瓦时'), [
    ['1,234.5亿元', 1234.5, '亿元'],
    ['５．５万户', 5.5, '万户'],
    ['3400多万千瓦时', 3400, '万千瓦时'],
  ]);
});

test('values that have lost the mark between them are two values', () => {
  assert.deepEqual(read('分别增长8.1%9.2%'), [
    ['8.1%', 8.1, '%'],
    ['9.2%', 9.2, '%'],
  ]);
});

test('ranges, ratios and sums are one quantity', () => {
  assert.deepEqual(read('增长5%—5.5%，结构为2∶30∶68，收入20万至60万，试点3+30个'), [
    ['5%—5.5%', 5, 5.5, '%'],
    ['2∶30∶68', 2, 30, 68, ''],
    ['20万至60万', 20, 60, '万'],
    ['3+30个', 3, 30, '个'],
  ]);
});

test('numbers that are part of a name are none', () => {
  assert.deepEqual(read('PM2.5和PM_2.5浓度，G20峰会，5G基站，10G网络'), []);
});

test('Chinese numerals are read', () => {
  const value = (run: string) => chineseNumeralAt(run, 0)?.value;
  assert.deepEqual(
    ['十', '二十三', '一百零五', '两千', '三万亿', '二〇二二', '百', '三亿二千万'].map(value),
    [10, 23, 105, 2000, 3e12, 2022, 100, 3.2e8],
  );
  assert.equal(value('一二三十四'), undefined);
});

test('the multiple goes into the value, and the unit stays its own', () => {
  assert.deepEqual(siOf(27.7, '万户'), { valueSi: 277000, unitSi: '户' });
  assert.deepEqual(siOf([20, 60], '万千瓦'), { valueSi: [200000, 600000], unitSi: '千瓦' });
  assert.deepEqual(siOf(5, '成'), { valueSi: 50, unitSi: '%' });
  assert.deepEqual(siOf(0.4, '百分点'), { valueSi: 0.4, unitSi: '个百分点' });
});
