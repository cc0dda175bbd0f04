import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decision, literal, taken } from '../test/modelOf.ts';
import { traceJson } from './traceJson.ts';

test('a full trace goes out as JSON, long values only by their length', () => {
  const text = '{n: 0.1, day: date("2030-01-02"), many: for i in 1..30 return i, pair: [{a: 1}]}';
  const { trace } = taken(decision('d', literal(text)), {}, { trace: 'full' });
  const [first] = traceJson(trace);
  const values = new Map(first?.steps?.map((step) => [step.text, step.value]));
  assert.equal(values.get('0.1'), 0.1);
  assert.equal(values.get('date("2030-01-02")'), '2030-01-02');
  assert.equal(values.get('for i in 1..30 return i'), 'list of 30');
  assert.deepEqual(values.get('[{a: 1}]'), [{ a: 1 }]);
  assert.equal(values.get(text), 'context of 4');
  assert.equal(JSON.stringify(traceJson(trace)).includes('[object'), false);
});

test('a trace without steps stays as it is', () => {
  const { trace } = taken(decision('d', literal('1')));
  assert.deepEqual(traceJson(trace), [{ decision: 'd', value: 1 }]);
});
