import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decide, importsOf, readDecisionModel } from '../index.ts';

/** A fictional city's rule in two files with every kind of boxed logic. */
const source = (file: string) => ({
  file,
  xml: readFileSync(new URL(`../../../../fixtures/dmn/${file}`, import.meta.url), 'utf8'),
});
const main = source('equipment-subsidy.dmn');
const model = readDecisionModel(main.xml, main.file, { imports: importsOf([source('limits.dmn')]) });

const machine = (price: number, on: string, saving: number) => ({ price, 'bought on': on, saving });
const firm = {
  grade: 'A',
  machines: [
    machine(1_000_000, '2030-05-01', 0.2),
    machine(600_000, '2031-05-01', 0.3),
    machine(600_000, '2031-05-01', 0.1),
  ],
};

test('a filter, an iteration, an invocation and a conditional decide an amount under an imported limit', () => {
  const input = { firm, since: '2030-01-01' };
  assert.deepEqual(decide(model, 'amounts', input).outputs, { amounts: [200_000, 120_000] });
  assert.deepEqual(decide(model, 'amount', { ...input, limits: { budget: 250_000 } }).outputs, { amount: 250_000 });
  assert.deepEqual(decide(model, 'amount', { ...input, budget: 1_000_000 }).outputs, { amount: 320_000 });
});

test('a share past its allowed values voids what was given, with a warning that names the field and its type', () => {
  const wrong = { ...firm, machines: [machine(1, '2030-05-01', 0.5), machine(1, '2030-05-01', 1.5)] };
  const { outputs, warnings } = decide(model, 'eligibleMachines', { firm: wrong, since: '2030-01-01' });
  assert.deepEqual(outputs, { 'eligible machines': [] });
  assert.equal(
    warnings[0]?.message.en,
    'the value of “firm.machines[2].saving” is none that tShare allows and is taken as null',
  );
});

test('a context holds checks, a relation, a list and functions', () => {
  const { outputs } = decide(model, 'checks', { firm, since: '2030-01-01' });
  const { papers, 'copies halved': halved, 'at least two': atLeast, ...rest } = outputs;
  assert.deepEqual(papers, [
    { paper: '发票 invoice', copies: 2 },
    { paper: '申请表 form', copies: 1 },
  ]);
  assert.deepEqual(
    [halved, atLeast, rest['all dear'], rest['one huge'], rest['steps']],
    [1.5, 2, true, false, ['申请', '核验']],
  );
});

test('a service is called by a decision, and from outside', () => {
  assert.deepEqual(decide(model, 'twice', { firm }).outputs, { twice: [150_000, 120_000] });
  const given = { firm, since: '2030-01-01', hearing: true, ceiling: 150_000 };
  assert.deepEqual(decide(model, 'subsidy', given).outputs, { notice: { how: '公示', days: 7 }, amount: 150_000 });
});

test('nothing given is no crash: nulls, a default and the reasons why', () => {
  const { outputs, warnings, reason } = decide(model, 'notice', {});
  assert.deepEqual(outputs, { how: '不通知', days: null });
  assert.ok(warnings.some(({ kind }) => kind === 'refused'));
  assert.equal(reason.en, 'No rule applies (Amount 0, Hearing (missing))');
});
