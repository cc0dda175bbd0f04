import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decision, literal, taken } from '../test/modelOf.ts';

const items =
  '<itemDefinition name="tTexts" isCollection="true"><typeRef>string</typeRef></itemDefinition>' +
  '<itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>' +
  '<itemDefinition name="tTop"><typeRef>tGrade</typeRef><allowedValues><text>"A"</text></allowedValues></itemDefinition>' +
  '<itemDefinition name="tPair" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>' +
  '<itemDefinition name="tFirm"><itemComponent name="grade"><typeRef>tGrade</typeRef></itemComponent><itemComponent name="staff"><typeRef>number</typeRef></itemComponent></itemDefinition>';

const as = (type: string, text: string): unknown => taken(items + decision('d', literal(text), { type })).value;
const refuses = (type: string, text: string): string[] => {
  const { value, warnings } = taken(items + decision('d', literal(text), { type }));
  assert.equal(value, null);
  return warnings.map(({ message }) => message.en);
};

test('a list of one is its item, an item a list of it, and a date its midnight where a time is asked for', () => {
  assert.equal(as('string', '["x"]'), 'x');
  assert.deepEqual(as('tTexts', '"x"'), ['x']);
  assert.equal(
    taken(items + decision('d', literal('date("2030-01-02")'), { type: 'dateTime' })).outputs['d'],
    '2030-01-02T00:00:00Z',
  );
});

test('a value that does not fit is null with a warning', () => {
  assert.deepEqual(refuses('number', '"x"'), ['the result of “d” is no number']);
  assert.deepEqual(refuses('tTexts', '["x", 1]'), ['the result of “d” is no tTexts']);
  assert.deepEqual(refuses('tFirm', '{grade: "A"}'), ['the result of “d” is no tFirm']);
});

test('allowed values are checked, of a refined type both, and of fields', () => {
  assert.equal(as('tTop', '"A"'), 'A');
  assert.equal(refuses('tTop', '"B"').length, 1);
  assert.equal(refuses('tGrade', '"C"').length, 1);
  assert.equal(refuses('tFirm', '{grade: "C", staff: 1}').length, 1);
  assert.notEqual(as('tFirm', '{grade: null, staff: 1, more: 2}'), null);
});

test('a type constraint is about the whole list', () => {
  assert.notEqual(as('tPair', '[1, 2]'), null);
  assert.equal(refuses('tPair', '[1, 2, 3]').length, 1);
});
