import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkModel, readDecisionModel } from '../index.ts';

function problems(policy: string, cells: readonly string[], severityWanted: 'warning' | 'note' = 'warning'): string[] {
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
  return checkModel(model)
    .filter(({ severity }) => severity === severityWanted)
    .map((problem) => problem.message.en);
}

test('rules of a unique table that apply together are named, neighbours that only touch are not', () => {
  assert.deepEqual(problems('UNIQUE', ['< 0.15', '[0.15..0.3)', '>= 0.3']), []);
  assert.deepEqual(problems('UNIQUE', ['<= 0.15', '[0.15..0.3)', '>= 0.3']), [
    'The rules 1 and 2 can apply together, and the table allows one',
  ]);
  assert.deepEqual(problems('UNIQUE', ['1, 2', '2', '< 1', '(1..2)', '> 2']), [
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

test('a number that no rule takes is told with an example; that nothing is given is a note', () => {
  assert.deepEqual(problems('UNIQUE', ['< 0.15', '> 0.15']), ['No rule applies: level 0.15']);
  assert.deepEqual(problems('UNIQUE', ['< 10', '>= 20']), ['No rule applies: level 10']);
  assert.deepEqual(problems('UNIQUE', ['< 10', '>= 10'], 'note'), ['No rule applies: level not given']);
  assert.deepEqual(problems('UNIQUE', ['< 10', '>= 10', 'null'], 'note'), []);
  assert.deepEqual(problems('COLLECT', ['< 10']), []);
});

test('a rule that several others take together is never used', () => {
  assert.deepEqual(problems('FIRST', ['< 10', '>= 10', '[5..15]', '-'], 'note'), [
    'Rule 3 is never used: nothing reaches it',
  ]);
});

test('cells that ask about other names are said to be not checked', () => {
  assert.deepEqual(problems('UNIQUE', ['> level - 1', '<= 2'], 'note'), [
    'Cells of “level” ask about other names: gaps were not looked for',
  ]);
});

test('a table of two thousand rules and as many bounds is gone through in bounded work', () => {
  const cells = Array.from({ length: 2000 }, (_one, index) => `[${index}..${index + 1})`);
  assert.deepEqual(problems('UNIQUE', cells.slice(0, 500)), ['No rule applies: level -1']);
});

test('problems of one table are told up to fifty; a table that is too long is said to be not compared', () => {
  const same = (rows: number) => Array.from({ length: rows }, () => '-');
  assert.equal(problems('UNIQUE', same(200)).length, 50);
  assert.match(problems('FIRST', same(2001), 'note')[0] ?? '', /2001 rows, over 2000/);
});
