import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkModel, readDecisionModel } from '../index.ts';

function problems(policy: string, cells: readonly string[]): string[] {
  const rules = cells.map(
    (cell, index) =>
      `<rule id="r${index}"><inputEntry><text>${cell.replaceAll('<', '&lt;')}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>`,
  );
  const model = readDecisionModel(
    '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"><inputData id="i" name="level"><variable name="level" typeRef="number"/></inputData>' +
      '<decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement>' +
      `<decisionTable hitPolicy="${policy}"><input><inputExpression typeRef="number"><text>level</text></inputExpression></input><output name="o"/>${rules.join('')}</decisionTable></decision></definitions>`,
    'check.dmn',
  );
  return checkModel(model).map((problem) => problem.message.en);
}

test('rules of a unique table that apply together are named, neighbours that only touch are not', () => {
  assert.deepEqual(problems('UNIQUE', ['< 0.15', '[0.15..0.3)', '>= 0.3']), []);
  assert.deepEqual(problems('UNIQUE', ['<= 0.15', '[0.15..0.3)']), [
    'The rules 1 and 2 can apply together, and the table allows one',
  ]);
  assert.deepEqual(problems('UNIQUE', ['1, 2', '2']), [
    'The rules 1 and 2 can apply together, and the table allows one',
  ]);
});

test('a rule behind one that takes all of it is never used', () => {
  assert.deepEqual(problems('FIRST', ['> 0.3', '> 0.5', '-']), ['Rule 2 is never used: rule 1 takes all it would']);
  assert.deepEqual(problems('FIRST', ['-', '5']), ['Rule 2 is never used: rule 1 takes all it would']);
});

test('nothing is claimed about cells that compute', () => {
  assert.deepEqual(problems('UNIQUE', ['> level - 1', '> 2', 'not(3)']), []);
});
