import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSign, isCreditCode, simulatedCode } from './creditCode.ts';
import { simulateEnterprises } from './simulateEnterprises.ts';

const regions = ['990101', '990102', '990103'];

test('the same seed gives the same firms, another seed others', () => {
  const some = (seed: number) => [...simulateEnterprises({ count: 50, seed, regions })];
  assert.deepEqual(some(1), some(1));
  assert.notDeepEqual(some(1), some(2));
});

test('every code checks, is met once, and begins with a region that nobody has', () => {
  const codes = [...simulateEnterprises({ count: 2000, seed: 7, regions })].map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) {
    assert.ok(isCreditCode(code), code);
    assert.match(code, /^9[123]99/);
  }
});

test('a code with one sign changed is no code', () => {
  const code = simulatedCode('330106', 123);
  assert.ok(isCreditCode(code));
  assert.ok(code.startsWith('91990106'));
  for (let index = 0; index < 17; index += 1) {
    const other = code[index] === '2' ? '3' : '2';
    assert.ok(!isCreditCode(code.slice(0, index) + other + code.slice(index + 1)));
  }
  assert.equal(checkSign('I'.repeat(17)), undefined);
});

test('nobody is insured who does not work there, and none is high-tech before it is there', () => {
  for (const { values } of simulateEnterprises({ count: 5000, seed: 5, regions })) {
    const { employees, insured, registered, hightechFrom } = values;
    if (typeof employees === 'number' && typeof insured === 'number') assert.ok(insured <= employees);
    if (typeof registered === 'string' && typeof hightechFrom === 'string') assert.ok(hightechFrom > registered);
  }
  assert.deepEqual([...simulateEnterprises({ count: 3, seed: 1, regions: [] })], []);
});

test('sizes, sales and what is missing are as in a city', () => {
  const all = [...simulateEnterprises({ count: 20_000, seed: 3, regions })].map(({ values }) => values);
  const share = (holds: (values: (typeof all)[number]) => boolean): number => all.filter(holds).length / all.length;
  assert.ok(Math.abs(share(({ kind }) => kind === 'sole') - 0.62) < 0.02);
  assert.ok(share(({ employees }) => typeof employees === 'number' && employees <= 10) > 0.7);
  assert.ok(share(({ employees }) => typeof employees === 'number' && employees > 100) > 0.003);
  const missing = share(({ revenue }) => revenue === null);
  assert.ok(missing > 0.1 && missing < 0.25, String(missing));
  const hightech = share(({ hightech }) => hightech === true);
  assert.ok(hightech > 0.005 && hightech < 0.06, String(hightech));
});
