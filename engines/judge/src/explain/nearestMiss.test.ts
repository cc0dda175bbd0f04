import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decide } from '../decide/decide.ts';
import { explain } from './explain.ts';
import { statesOf } from './explainMany.ts';
import { firmModel, firms, tableXml, type Part } from './fixtures/firmModel.ts';
import { preparePolicies } from './preparePolicies.ts';

const missesOf = (parts: readonly Part[], firm: object, asOf = '2031-03-01') =>
  explain(firmModel(...parts), parts.at(-1)?.id ?? '', { firm, asOf }, { register: firms }).nearest.map(
    ({ text, possible }) => (possible ? text.zh : `× ${text.zh}`),
  );
const rule = (text: string): Part => ({ id: 'eligible', text });

test('of alternatives, the nearest comes first', () => {
  const either = [rule('firm.research >= 5000000 or firm.employees >= 100')];
  assert.deepEqual(missesOf(either, { research: 4_000_000, employees: 95 }), [
    '员工人数增加 5 人，达到 100 人',
    '研发投入增加 100 万元，达到 500 万元',
  ]);
});

test('a ratio is mended by either of its sides', () => {
  const ratio = [rule('firm.research / firm.revenue >= 0.05')];
  assert.deepEqual(missesOf(ratio, { research: 4_000_000, revenue: 100_000_000 }), [
    '研发投入增加 100 万元，达到 500 万元',
    '营业收入减少 2000 万元，降至 8000 万元',
  ]);
});

test('a bound that is excluded asks for one step more', () => {
  assert.deepEqual(missesOf([rule('firm.employees < 300')], { employees: 305 }), ['员工人数减少 6 人，降至 299 人']);
  assert.deepEqual(missesOf([rule('not(firm.employees >= 300)')], { employees: 305 }), [
    '员工人数减少 6 人，降至 299 人',
  ]);
});

test('a change that breaks another condition is seen, and mended too', () => {
  const both = [rule('firm.employees >= 100 and firm.research >= 50000 * firm.employees')];
  assert.deepEqual(missesOf(both, { employees: 90, research: 4_600_000 }), [
    '员工人数增加 10 人，达到 100 人；研发投入增加 40 万元，达到 500 万元',
  ]);
});

test('a firm too young can wait, and can not be founded earlier', () => {
  const age = [rule('firm.founded <= asOf - duration("P3Y")')];
  assert.deepEqual(missesOf(age, { founded: '2028-09-15' }), [
    '等到 2031 年 9 月 15 日',
    '× 成立日期由 2028 年 9 月 15 日变为 2028 年 3 月 1 日（成立日期无法改变）',
  ]);
});

test('every rule of a table that says yes is a way', () => {
  const table = tableXml(
    'FIRST',
    [
      ['研发投入', 'firm.research'],
      ['行业', 'firm.industry'],
    ],
    [
      { cells: ['-', '"trade"'], result: 'false' },
      { cells: ['>= 5000000', '-'], result: 'true' },
      { cells: ['>= 3000000', '"software"'], result: 'true' },
      { cells: ['-', '-'], result: 'false' },
    ],
  );
  const parts: Part[] = [{ id: 'eligible', xml: table }];
  assert.deepEqual(missesOf(parts, { research: 2_900_000, industry: 'software' }), [
    '研发投入增加 10 万元，达到 300 万元',
  ]);
  assert.deepEqual(
    missesOf(parts, { research: 2_900_000, industry: 'making' })[0],
    '研发投入增加 210 万元，达到 500 万元',
  );
  assert.equal(missesOf(parts, { research: 6_000_000, industry: 'trade' })[0]?.startsWith('× 行业'), true);
});

test('a decision that is required is followed into', () => {
  const size = tableXml(
    'UNIQUE',
    [['员工人数', 'firm.employees']],
    [
      { cells: ['< 20'], result: '"micro"' },
      { cells: ['[20..300)'], result: '"small"' },
      { cells: ['>= 300'], result: '"large"' },
    ],
  );
  const parts: Part[] = [
    { id: 'sizeClass', type: 'string', xml: size },
    { id: 'eligible', text: 'sizeClass = "small" and firm.highTech', requires: ['sizeClass'] },
  ];
  assert.deepEqual(missesOf(parts, { employees: 310, highTech: true }), ['员工人数减少 11 人，降至 299 人']);
  assert.deepEqual(missesOf(parts, { employees: 18, highTech: true }), ['员工人数增加 2 人，达到 20 人']);
  const model = firmModel(...parts);
  const { conditions } = explain(model, 'eligible', { firm: { employees: 310, highTech: true } }, { register: firms });
  assert.deepEqual(
    conditions.map(({ text, state, parts: inner }) => [text.zh, state, inner?.[0]?.parts?.[0]?.gap?.zh]),
    [
      ['sizeClass', 'failed', '超出 10 人'],
      ['是高新技术企业', 'held', undefined],
    ],
  );
});

test('the entries of a boxed context are looked through', () => {
  const entry = (name: string, text: string) =>
    `<contextEntry><variable name="${name}"/><literalExpression><text>${text}</text></literalExpression></contextEntry>`;
  const xml =
    `<context>${entry('share', 'firm.research / firm.revenue')}${entry('people', 'firm.employees')}` +
    '<contextEntry><literalExpression><text>share >= 0.03 and people >= 10</text></literalExpression></contextEntry></context>';
  assert.deepEqual(
    missesOf([{ id: 'eligible', xml }], { research: 200, revenue: 10_000, employees: 9 })[0],
    '研发投入增加 100 元，达到 300 元；员工人数增加 1 人，达到 10 人',
  );
});

test('a sum of a table that collects is mended through its columns', () => {
  const score = tableXml(
    'COLLECT',
    [
      ['员工人数', 'firm.employees'],
      ['研发投入', 'firm.research'],
    ],
    [
      { cells: ['>= 50', '-'], result: '40' },
      { cells: ['-', '>= 1000000'], result: '30' },
      { cells: ['-', '>= 2000000'], result: '30' },
    ],
  ).replace('hitPolicy="COLLECT"', 'hitPolicy="COLLECT" aggregation="SUM"');
  const parts: Part[] = [
    { id: 'score', type: 'number', xml: score },
    { id: 'eligible', text: 'score >= 60', requires: ['score'] },
  ];
  assert.deepEqual(missesOf(parts, { employees: 48, research: 1_200_000 }), [
    '员工人数增加 2 人，达到 50 人',
    '研发投入增加 80 万元，达到 200 万元',
  ]);
});

/** A seeded generator of rules and firms. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomRule(next: (below: number) => number, depth: number): string {
  const inner = (): string => randomRule(next, depth - 1);
  const kind = depth === 0 ? next(5) : next(9);
  const sign = ['<', '<=', '>', '>='][next(4)] ?? '<';
  switch (kind) {
    case 0:
      return `firm.employees ${sign} ${next(40)}`;
    case 1:
      return `firm.research ${sign} ${next(4000) / 100}`;
    case 2:
      return 'firm.highTech';
    case 3:
      return `firm.grade in ("A", "${['B', 'C'][next(2)]}")`;
    case 4:
      return `firm.employees between ${next(20)} and ${20 + next(20)}`;
    case 5:
      return `not(${inner()})`;
    case 6:
      return `(if ${inner()} then ${inner()} else ${inner()})`;
    case 7:
      return `(${inner()} or ${inner()})`;
    default:
      return `(${inner()} and ${inner()})`;
  }
}

test('the changes that are suggested really do, and none that is a step smaller does', () => {
  const next = seeded(11);
  let tried = 0;
  for (let round = 0; round < 250; round += 1) {
    const text = randomRule(next, 3);
    const model = firmModel(rule(text));
    const firm = {
      employees: next(50),
      research: next(5000) / 100,
      highTech: next(2) === 0,
      grade: ['A', 'B', 'C'][next(3)],
    };
    const is = (changed: object): boolean => decide(model, 'eligible', { firm: changed }).value === true;
    const { state, nearest } = explain(model, 'eligible', { firm }, { register: firms });
    assert.equal(state === 'qualified', is(firm), text);
    const prepared = preparePolicies([{ code: 'p', model, eligible: 'eligible' }], firms);
    assert.deepEqual(statesOf(prepared, { firm }), [state], `${text} ${JSON.stringify(firm)}`);
    for (const { changes } of nearest) {
      tried += 1;
      const named = changes.map(({ column, from, to }) => ({ name: column.replace('firm.', ''), from, to }));
      const changed = { ...firm, ...Object.fromEntries(named.map(({ name, to }) => [name, to])) };
      assert.equal(is(changed), true, `${text} ${JSON.stringify({ firm, changed })}`);
      for (const { name, from, to } of named) {
        if (typeof to !== 'number' || typeof from !== 'number') continue;
        const step = (name === 'employees' ? 1 : 0.01) * Math.sign(to - from);
        const less = { ...changed, [name]: Math.round((to - step) * 100) / 100 };
        assert.equal(is(less), false, `${text} ${JSON.stringify({ firm, changed, less })}`);
      }
    }
  }
  assert.ok(tried > 100, String(tried));
});
