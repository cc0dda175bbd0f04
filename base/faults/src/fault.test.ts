import { test } from 'node:test';
import assert from 'node:assert/strict';
import { allFaults, catalogue, isFault, problemOf, unexpected } from './index.ts';

const faults = catalogue('example', {
  tooHigh: {
    status: 422,
    title: { zh: '过高', en: 'Too high' },
    detail: { zh: '{level} 米过高。', en: '{level} m is too high.' },
    help: { zh: '请核对。', en: 'Check it.' },
  },
});

test('a fault becomes a problem document in the language of the reader', () => {
  const fault = faults.tooHigh({ level: 3 });
  assert.ok(isFault(fault, 'example.tooHigh'));
  assert.deepEqual(problemOf(fault, 'zh', 'r1'), {
    type: '/docs/faults#example.tooHigh',
    title: '过高',
    status: 422,
    detail: '3 米过高。',
    help: '请核对。',
    code: 'example.tooHigh',
    instance: 'r1',
  });
});

test('an unforeseen error does not show its text to the caller', () => {
  const problem = problemOf(unexpected(new TypeError('password is hunter2')), 'en');
  assert.equal(problem.status, 500);
  assert.ok(!JSON.stringify(problem).includes('hunter2'));
});

test('one code can not be defined twice', () => {
  assert.ok(allFaults().has('example.tooHigh'));
  assert.throws(() => catalogue('example', { tooHigh: faults.tooHigh().definition }), /defined twice/);
});
