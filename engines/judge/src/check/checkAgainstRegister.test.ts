import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import type { Register } from '../register/register.ts';
import { checkModel } from './checkModel.ts';

const both = (text: string) => ({ zh: text, en: text });
const register: Register = {
  code: 'firms',
  name: both('firms'),
  input: 'firm',
  columns: [
    { name: 'staff', label: both('staff'), unit: '人', type: 'number', decimals: 0, min: 0, max: 1000 },
    {
      name: 'grade',
      label: both('grade'),
      type: 'string',
      values: ['A', 'B'].map((value) => ({ value, label: both(value) })),
    },
  ],
};

function problems(label: string, input: string, cells: readonly string[]): string[] {
  const rules = cells.map(
    (cell, index) =>
      `<rule id="r${index}"><inputEntry><text>${cell.replaceAll('<', '&lt;')}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>`,
  );
  const model = readDecisionModel(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"><inputData id="i" name="firm"><variable name="firm"/></inputData>
    <decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable hitPolicy="UNIQUE"><input label="${label}"><inputExpression><text>${input}</text></inputExpression></input><output name="o"/>${rules.join('')}</decisionTable></decision></definitions>`,
    'check.dmn',
  );
  return checkModel(model, register)
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message.en);
}

test('a label in another unit than the register’s is named', () => {
  assert.deepEqual(problems('人数（千人） | Staff (1000)', 'firm.staff', ['< 10', '>= 10']), [
    '“Staff” is said in 千人, and is in 人 in the register',
  ]);
  assert.deepEqual(problems('人数（人） | Staff (people)', 'firm.staff', ['< 10', '>= 10']), []);
});

test('a threshold that the column never holds is named', () => {
  assert.deepEqual(problems('staff', 'firm.staff', ['< 5000', '>= 5000']), [
    '5000 is outside of what “staff” can be, 0 to 1000',
    '5000 is outside of what “staff” can be, 0 to 1000',
  ]);
});

test('texts that the register declares are all that a table must take', () => {
  assert.deepEqual(problems('grade', 'firm.grade', ['"A"', '"B"']), []);
  assert.deepEqual(problems('grade', 'firm.grade', ['"A"']), ['No rule applies: grade "B"']);
});
