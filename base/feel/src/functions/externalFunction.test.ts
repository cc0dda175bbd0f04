import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { evaluate, externalFunction, feelText, parseExpression } from '../index.ts';

const call = (method: string, given: string, name = 'java.lang.Math'): string => {
  const parameters = given.split(';').map((_, index) => `p${index}`);
  const external = `external {java: {class: "${name}", method signature: "${method}"}}`;
  const source = `{f: function(${parameters.join(', ')}) ${external}, r: f(${given.split(';').join(', ')})}.r`;
  return feelText(evaluate(parseExpression(source, { mistakes: 'null' }), new Map()).value);
};

test('pure functions of the Java platform can be called', () => {
  assert.equal(call('cos(double)', '0'), '1');
  assert.equal(call('max(double, double)', '123.45;456.78'), '456.78');
  assert.equal(call('valueOf(java.lang.String)', '"123"', 'java.lang.Integer'), '123');
  assert.equal(call('valueOf(char)', '"a"', 'java.lang.String'), '"a"');
  assert.equal(
    call('format(java.lang.String, [Ljava.lang.Object;)', '"foo %s %.2f"; "bar"; 1.005', 'java.lang.String'),
    '"foo bar 1.00"',
  );
});

test('arguments that the parameter types can not take are null', () => {
  assert.equal(call('valueOf(char)', '"abc"', 'java.lang.String'), 'null');
  assert.equal(call('valueOf(byte)', '300', 'java.lang.Byte'), 'null');
  assert.equal(call('max(int,int)', '1.5;2'), 'null');
  assert.equal(call('sqrt(double)', '-1'), 'null');
});

test('anything outside the table is a fault with the nearest entry', () => {
  assert.throws(
    () => externalFunction('java.lang.Math', 'maxx(int,int)', ['a', 'b']),
    (error) => isFault(error, 'feel.noExternalFunction') && error.message.includes('java.lang.Math.max(int,int)'),
  );
});
