import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { parseExpression, parseUnaryTests } from '../index.ts';

const suggestion = (source: string, parse = parseExpression): string => {
  try {
    parse(source, { variables: { 水位: 'number', 等级: 'string', f: 'function', a: 'boolean', b: 'boolean' } });
  } catch (error) {
    if (isFault(error)) return `${String(error.params['column'])} ${String(error.params['suggestionEn'])}`;
    throw error;
  }
  return 'accepted';
};

test('signs of other languages come with how FEEL writes them, at their place', () => {
  assert.equal(suggestion('水位 == 3'), '4 Write “=” instead of “==”.');
  assert.equal(suggestion('a && b'), '3 Write “and” instead of “&&”.');
  assert.equal(suggestion('水位 = 1 || a'), '8 Write “or” instead of “||”.');
  assert.equal(suggestion('水位 <> 3'), '4 Write “!=” instead of “<>”.');
  assert.equal(suggestion('!a'), '1 Write “not(…)” instead of “!”.');
  assert.equal(suggestion("等级 = 'x'"), `6 Write “"” instead of “'”.`);
});

test('full-width punctuation of a Chinese keyboard is named', () => {
  assert.equal(suggestion('f（1，2）'), '2 Write “(” instead of “（”.');
  assert.equal(suggestion('水位 ＝ 3'), '4 Write “=” instead of “＝”.');
  assert.equal(suggestion('水位 ≥ 3'), '4 Write “>=” instead of “≥”.');
  assert.equal(suggestion('等级 = “红色”'), '6 Write “"” instead of “““.'.replace('“““', '““”'));
  assert.equal(suggestion('≥ 3', parseUnaryTests), '1 Write “>=” instead of “≥”.');
});

test('a known name may hold such signs', () => {
  const variables = { '面积（平方米）': 'number' } as const;
  parseExpression('面积（平方米） > 3', { variables });
  assert.throws(
    () => parseExpression('面积（平方米） >', { variables }),
    (error) => isFault(error, 'feel.syntax') && error.params['suggestionEn'] === '',
  );
  assert.throws(
    () => parseExpression('面积（平方来） > 3', { variables }),
    (error) => isFault(error, 'feel.unknownName') && error.message.includes('“面积（平方米）”'),
  );
});

test('such signs inside texts and comments are left alone', () => {
  assert.equal(suggestion('等级 = "（红色），&&" // a == b'), 'accepted');
});
