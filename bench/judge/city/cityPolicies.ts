import { categories, valueOf, type Category } from './cityRegister.ts';
import { randomOf, type Random } from './random.ts';

/** What one condition asks of one row; each peer writes it in its own language. */
export type Test =
  | { readonly kind: 'in'; readonly column: Category; readonly values: readonly string[] }
  | { readonly kind: 'flag'; readonly column: string; readonly value: boolean }
  | { readonly kind: 'compare'; readonly column: string; readonly operator: '>=' | '<' | '<='; readonly value: number }
  | { readonly kind: 'between'; readonly column: string; readonly low: number; readonly high: number }
  /** column × 1000 >= other × permille */
  | { readonly kind: 'ratio'; readonly column: string; readonly other: string; readonly permille: number };

/** All of the parts; each part is one test, the opposite of one, or any of several. */
export type Part = { readonly any: readonly Test[] } | { readonly test: Test; readonly negated: boolean };

export type AmountRule =
  | { readonly kind: 'fixed'; readonly value: number }
  /** min(column × basis points / 10,000, cap) */
  | { readonly kind: 'share'; readonly column: string; readonly points: number; readonly cap: number }
  /** By thresholds of a column. */
  | {
      readonly kind: 'tier';
      readonly column: string;
      readonly from: readonly number[];
      readonly values: readonly number[];
    }
  | { readonly kind: 'growth'; readonly points: number; readonly cap: number };

export interface CityPolicy {
  readonly code: string;
  readonly parts: readonly Part[];
  readonly amount: AmountRule;
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Some common tests, more rare ones: early in the list is asked for more often. */
const pickEarly = <T>(random: Random, from: readonly T[]): T =>
  from[Math.min(from.length - 1, Math.floor(random() ** 1.7 * from.length))] as T;

export function createPolicies(count: number): readonly CityPolicy[] {
  const random = randomOf(777);
  const groups = testsByGroup(random);
  const names = Object.keys(groups) as (keyof typeof groups)[];
  const chance = {
    place: 0.5,
    trade: 0.75,
    kind: 0.55,
    flag: 0.25,
    size: 0.5,
    money: 0.7,
    research: 0.35,
    growth: 0.35,
    age: 0.4,
  };
  const clean: Test = { kind: 'flag', column: 'blacklisted', value: false };
  const paid: Test = { kind: 'flag', column: 'arrears', value: false };
  const firm: Test = { kind: 'in', column: 'kind', values: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => valueOf('kind', n)) };
  return Array.from({ length: count }, (_one, index): CityPolicy => {
    const want = 4 + Math.floor(random() * 5);
    const parts: Part[] = [];
    const used = new Set<string>();
    const add = (part: Part): void => void parts.push(part);
    if (random() < 0.8) add({ test: clean, negated: false });
    if (random() < 0.5) add({ test: paid, negated: false });
    if (random() < 0.88) add({ test: firm, negated: false });
    let tests = parts.length;
    for (let tries = 0; tests < want && tries < 100; tries += 1) {
      const group = pick(random, names);
      if (random() > chance[group] || used.has(group)) continue;
      used.add(group);
      const test = pickEarly(random, groups[group]);
      if (want - tests >= 2 && random() < 0.4) {
        const others = ['trade', 'size', 'money', 'research', 'flag', 'growth', 'place'] as const;
        const any = [
          test,
          ...Array.from({ length: random() < 0.4 ? 2 : 1 }, () => pickEarly(random, groups[pick(random, others)])),
        ];
        add({ any });
        tests += any.length;
      } else {
        add({ test, negated: random() < 0.08 });
        tests += 1;
      }
    }
    return { code: `p${String(index).padStart(4, '0')}`, parts, amount: randomAmount(random) };
  });
}

function randomAmount(random: Random): AmountRule {
  const draw = random();
  if (draw < 0.35)
    return { kind: 'fixed', value: pick(random, [10_000, 30_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]) };
  const cap = pick(random, [100_000, 500_000, 1_000_000, 2_000_000, 5_000_000]);
  if (draw < 0.75) {
    const column = pick(random, ['research', 'investment', 'tax', 'revenue', 'research']);
    return { kind: 'share', column, points: pick(random, [50, 100, 200, 500, 1000, 1500, 2000, 3000]), cap };
  }
  if (draw < 0.9) {
    const base = pick(random, [10_000, 50_000, 100_000]);
    const from = { revenue: [2e6, 2e7, 1e8], employees: [20, 100, 300], tax: [1e5, 1e6, 1e7], patents: [2, 5, 10] };
    const column = pick(random, Object.keys(from) as (keyof typeof from)[]);
    return { kind: 'tier', column, from: from[column], values: [base, 2 * base, 5 * base, 10 * base] };
  }
  return { kind: 'growth', points: pick(random, [100, 200, 500]), cap };
}

function testsByGroup(random: Random) {
  const some = (column: Category, count: number, base = 0): Test => {
    const values = new Set<number>();
    while (values.size < count) values.add(base + Math.floor(random() * (categories[column] - base)));
    return { kind: 'in', column, values: [...values].toSorted((a, b) => a - b).map((n) => valueOf(column, n)) };
  };
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_one, index) => make(index));
  const thresholds = (column: string, values: readonly number[], operators: readonly ('>=' | '<' | '<=')[]): Test[] =>
    values.flatMap((value) => operators.map((operator): Test => ({ kind: 'compare', column, operator, value })));
  const ratios = (column: string, other: string, permille: readonly number[]): Test[] =>
    permille.map((one) => ({ kind: 'ratio', column, other, permille: one }));
  const one = (column: Category, ordinal: number): Test => ({ kind: 'in', column, values: [valueOf(column, ordinal)] });
  return {
    place: [
      ...times(12, (n) => one('district', n)),
      ...times(12, (n) => some('district', 2 + (n % 4))),
      ...times(24, (n) => some('street', 3 + (n % 9))),
      ...times(26, (n) => some('park', 1 + (n % 6), 1)),
    ],
    trade: [
      ...times(50, () => some('industry', 20 + Math.floor(random() * 120))),
      ...times(50, () => some('sector', 2 + Math.floor(random() * 14))),
    ],
    kind: [
      ...times(8, (n) => one('kind', n + 1)),
      one('kind', 0),
      ...times(14, (n) => some('registration', 1 + (n % 5))),
      one('credit', 0),
      some('credit', 2),
      some('listed', 4, 1),
    ],
    flag: ['hightech', 'specialised', 'exporter'].map((column): Test => ({ kind: 'flag', column, value: true })),
    size: [
      ...thresholds('employees', [5, 10, 20, 50, 100, 200, 300, 500, 1000], ['>=', '<']),
      ...thresholds('graduates', [3, 5, 10, 20, 50, 100], ['>=']),
      ...[[10, 299] as const, [20, 200] as const, [50, 500] as const].map(([low, high]): Test => ({
        kind: 'between',
        column: 'employees',
        low,
        high,
      })),
    ],
    money: [
      ...thresholds('revenue', [5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 2e8, 4e8, 1e9], ['>=', '<']),
      ...thresholds('tax', [1e4, 5e4, 1e5, 2e5, 5e5, 1e6, 3e6, 1e7, 5e7], ['>=']),
      ...thresholds('capital', [1e5, 5e5, 1e6, 5e6, 1e7, 5e7], ['>=', '<=']),
      ...thresholds('investment', [1e5, 5e5, 1e6, 3e6, 5e6, 1e7, 5e7], ['>=']),
    ],
    research: [
      ...thresholds('research', [1e5, 3e5, 5e5, 1e6, 2e6, 5e6, 1e7], ['>=']),
      ...thresholds('patents', [1, 2, 3, 5, 10, 20], ['>=']),
      ...ratios('research', 'revenue', [20, 30, 40, 50, 60, 100]),
    ],
    growth: [
      ...ratios('revenue', 'revenueBefore', [1000, 1050, 1100, 1200, 1300, 1500]),
      ...ratios('graduates', 'employees', [100, 200, 300, 500]),
      ...ratios('revenue', 'employees', [1e8, 3e8, 5e8, 1e9]),
    ],
    age: [
      ...thresholds('registered', [17_500, 18_262, 18_628, 18_993, 19_358, 19_723], ['>=', '<']),
      ...[[17_000, 18_262] as const, [18_262, 19_358] as const, [18_628, 19_723] as const].map(([low, high]): Test => ({
        kind: 'between',
        column: 'registered',
        low,
        high,
      })),
    ],
  };
}
