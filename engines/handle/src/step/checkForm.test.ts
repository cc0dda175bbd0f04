import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import type { FormField } from '../model/processDefinition.ts';
import { checkForm } from './checkForm.ts';
import { emptyCase } from './emptyCase.ts';

const label = { zh: '字段', en: 'Field' };
const fields: readonly FormField[] = [
  { key: 'note', label, type: 'textfield', required: true, maxLength: 5 },
  { key: 'days', label, type: 'number', required: false, maxLength: 40, min: 1, max: 30 },
  { key: 'agreed', label, type: 'checkbox', required: false, maxLength: 5 },
  { key: 'way', label, type: 'select', required: false, maxLength: 200, options: [{ value: 'post', label }] },
  { key: 'photo', label, type: 'photo', required: false, maxLength: 200 },
  { key: 'proposal', label, type: 'textfield', required: true, maxLength: 200, readonly: true },
];
const openedAt = new Date('2026-11-22T01:00:00Z');
const empty = emptyCase({ region: '990101', id: '0', number: '1', title: '灯', home: 'town', openedAt });
const photo = {
  id: 1,
  task: null,
  hash: 'a1',
  type: 'image/png',
  size: 1,
  name: '1',
  at: openedAt,
  by: 'account:100001',
};
const state = { ...empty, evidence: [photo, { ...photo, id: 2, hash: 'p1', type: 'application/pdf' }] };

suite('a form that was sent', () => {
  test('gives what was filled in, and leaves out what was not', () => {
    const form = { note: '五个字以内', days: 30, agreed: false, way: '', photo: 'a1' };
    assert.deepEqual(checkForm(fields, form, state), { note: '五个字以内', days: 30, agreed: false, photo: 'a1' });
  });

  test('is refused for each thing that is not right', () => {
    for (const wrong of [
      {},
      { note: '' },
      { note: '六个字就太长' },
      { note: 1 },
      { note: 'a\0' },
      { note: '\ud800' },
      { note: '好', days: 0 },
      { note: '好', days: 31 },
      { note: '好', days: '3' },
      { note: '好', days: Number.NaN },
      { note: '好', agreed: 'yes' },
      { note: '好', way: 'pigeon' },
      { note: '好', photo: 'b2' },
      { note: '好', photo: 'p1' },
      { note: '好', other: 1 },
      { note: '好', proposal: 'grant' },
    ])
      assert.throws(
        () => checkForm(fields, wrong, state),
        (error) => isFault(error, 'handle.formRefused'),
        JSON.stringify(wrong),
      );
  });
});
