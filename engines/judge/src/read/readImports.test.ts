import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decide } from '../decide/decide.ts';
import { importsOf } from './importsOf.ts';
import { readDecisionModel } from './readDecisionModel.ts';
import { decision, inputData, literal } from '../test/modelOf.ts';

const dmn = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const source = (namespace: string, inner: string) => ({
  file: `${namespace}.dmn`,
  xml: `<definitions xmlns="${dmn}" namespace="${namespace}" name="${namespace}">${inner}</definitions>`,
});
const importing = (name: string, namespace: string, type = dmn): string =>
  `<import name="${name}" namespace="${namespace}" importType="${type}"/>`;
const needs = (href: string, logic: string): string =>
  `<decision id="d" name="d"><informationRequirement><requiredDecision href="${href}"/></informationRequirement>${logic}</decision>`;

const base = source(
  'base',
  inputData('n', 'number') + decision('plus', literal('n + 1'), { inputs: ['n'], type: 'number' }),
);
const middle = source('middle', importing('low', 'base') + needs('base#plus', literal('low.plus * 10')));

test('elements of imported models are seen under the name of the import, at any distance', () => {
  const top = source('top', importing('the middle', 'middle') + needs('middle#d', literal('the middle.d + 1')));
  const model = readDecisionModel(top.xml, top.file, { imports: importsOf([base, middle]) });
  assert.deepEqual(decide(model, 'd', { n: 1 }).outputs, { d: 21 });
  assert.deepEqual(decide(model, 'd', { 'the middle': { low: { n: 2 } } }).outputs, { d: 31 });
});

test('an import without a name is seen directly', () => {
  const top = source('top', importing('', 'base') + needs('base#plus', literal('plus')));
  const model = readDecisionModel(top.xml, top.file, { imports: importsOf([base]) });
  assert.deepEqual(decide(model, 'd', { n: 1 }).outputs, { d: 2 });
});

test('a model that is imported twice is read once', () => {
  const inner = importing('a', 'base') + importing('b', 'middle') + needs('base#plus', literal('a.plus'));
  const top = source('top', inner);
  const model = readDecisionModel(top.xml, top.file, { imports: importsOf([base, middle]) });
  assert.equal(model.imports[0]?.model, model.imports[1]?.model.imports[0]?.model);
});

test('what is not there, comes back to itself or is no DMN is refused', () => {
  const refused = (inner: string, code: string): void =>
    assert.throws(
      () => {
        const top = source('top', inner);
        readDecisionModel(top.xml, top.file, { imports: importsOf([base, source('round', importing('t', 'top'))]) });
      },
      (error) => isFault(error, code) && error.params['line'] === 1,
    );
  refused(importing('x', 'nowhere'), 'judge.missingImport');
  refused(importing('r', 'round'), 'judge.importCycle');
  refused(importing('t', 'top'), 'judge.importCycle');
  refused(importing('p', 'base', 'http://www.dmg.org/PMML-4_3'), 'judge.unsupported');
});
