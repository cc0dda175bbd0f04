import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decide } from '../decide/decide.ts';
import { decision, modelOf } from '../test/modelOf.ts';

const literalIn = (language: string): string =>
  decision('d', `<literalExpression expressionLanguage="${language}"><text>1 + 1</text></literalExpression>`);
const cellIn = (language: string): string =>
  decision(
    'd',
    `<decisionTable><input><inputExpression><text>1</text></inputExpression></input><output name="o"/><rule><inputEntry expressionLanguage="${language}"><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable>`,
  );

test('FEEL under any of its names is read', () => {
  for (const language of [
    'feel',
    'FEEL',
    'https://www.omg.org/spec/DMN/20230324/FEEL/',
    'http://www.omg.org/spec/FEEL/20140401',
  ]) {
    assert.deepEqual(decide(modelOf(literalIn(language)), 'd', {}).outputs, { d: 2 });
    assert.deepEqual(decide(modelOf(cellIn(language)), 'd', {}).outputs, { o: 2 });
  }
});

test('another language is refused wherever it stands, and not taken for FEEL', () => {
  for (const inner of [literalIn('javascript'), cellIn('juel'), literalIn('http://example.org/feelings')]) {
    assert.throws(
      () => modelOf(inner),
      (error) => isFault(error, 'judge.unsupported') && error.params['line'] === 2,
    );
  }
});
