import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decision, inputData, literal, taken } from '../test/modelOf.ts';

const firm =
  '<itemDefinition name="tFirm"><itemComponent name="since"><typeRef>date</typeRef></itemComponent><itemComponent name="staff"><typeRef>number</typeRef></itemComponent></itemDefinition>' +
  inputData('firm', 'tFirm');
const told = (text: string, input: Readonly<Record<string, unknown>>) =>
  taken(firm + decision('d', literal(text), { inputs: ['firm'] }), input);

test('a text is read as a date where one is declared', () => {
  assert.equal(told('firm.since.year', { firm: { since: '2030-05-01', staff: 3 } }).outputs['d'], 2030);
});

test('a field that is missing is null and the others stay', () => {
  assert.equal(told('firm.staff', { firm: { staff: 3 } }).outputs['d'], 3);
  assert.equal(told('firm.since = null', { firm: { staff: 3 } }).outputs['d'], true);
  assert.equal(told('firm = null', {}).outputs['d'], true);
});

test('what does not fit is null with a warning that names the field', () => {
  const { value, warnings } = told('firm', { firm: { since: 'soon', staff: 3 } });
  assert.equal(value, null);
  assert.deepEqual(
    warnings.map(({ message }) => message),
    [{ zh: '“firm.since”不是 date，按空处理', en: '“firm.since” is no date and is taken as null' }],
  );
});

test('names such as constructor are only names', () => {
  assert.equal(
    taken(inputData('constructor', 'string') + decision('d', literal('constructor'), { inputs: ['constructor'] }))
      .outputs['d'],
    null,
  );
});
