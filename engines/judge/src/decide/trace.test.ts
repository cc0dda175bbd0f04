import { test } from 'node:test';
import assert from 'node:assert/strict';
import { feelText } from '@yiwang/feel';
import { decision, inputData, literal, taken } from '../test/modelOf.ts';

const model =
  inputData('n', 'number') +
  decision('twice', literal('n * 2'), { inputs: ['n'], type: 'number' }) +
  decision('d', `<list>${literal('twice > 5')}</list>`, { decisions: ['twice'] });

test('a full trace has each part with its text, place and value, required decisions first', () => {
  const { trace } = taken(model, { n: 3 }, { trace: 'full' });
  assert.deepEqual(
    trace.map(({ decision: id, value, steps = [] }) => [
      id,
      value,
      steps.map((step) => `${step.text}=${feelText(step.value)}`),
    ]),
    [
      ['twice', 6, ['n=3', '2=2', 'n * 2=6']],
      ['d', [true], ['twice=6', '5=5', 'twice > 5=true', '=[true]']],
    ],
  );
  const [first] = trace[0]?.steps ?? [];
  assert.deepEqual([first?.place.file, first?.place.line], ['test.dmn', 3]);
});

test('without a trace the answer and the reason are the same', () => {
  const { outputs, reason } = taken(model, { n: 3 });
  const bare = taken(model, { n: 3 }, { trace: 'none' });
  assert.deepEqual(bare.trace, []);
  assert.deepEqual([bare.outputs, bare.reason], [outputs, reason]);
});

test('the steps of a loop are kept up to a bound', () => {
  const { trace } = taken(decision('d', literal('count(for i in 1..50000 return i)')), {}, { trace: 'full' });
  assert.equal(trace[0]?.steps?.length, 10_000);
});
