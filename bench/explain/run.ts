import os from 'node:os';
import { explain, explainMany, preparePolicies, readDecisionModel, statesOf, type Register } from '@yiwang/judge';

/**
 * One entity under 639 policies: their states, and the whole explanation of what is looked at first. 393 distinct conditions
 * in 3,900 places, as a city's policies have them. `node bench/explain/run.ts`
 */
const policies = 639;
const distinct = 393;
const numbers = 14;
const flags = 6;
const texts = 4;
const values = ['a', 'b', 'c', 'd', 'e', 'f'];

let state = 5;
const next = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const of = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

const words = (text: string) => ({ zh: text, en: text });
const register: Register = {
  code: 'firms',
  name: words('firms'),
  input: 'firm',
  columns: [
    ...of(numbers, (n) => ({
      name: `n${n}`,
      label: words(`n${n}`),
      type: 'number' as const,
      unit: '元',
      decimals: 2,
      min: 0,
      max: 1e13,
    })),
    ...of(flags, (n) => ({ name: `f${n}`, label: words(`f${n}`), type: 'boolean' as const })),
    ...of(texts, (n) => ({
      name: `t${n}`,
      label: words(`t${n}`),
      type: 'string' as const,
      fixed: n < 2,
      values: values.map((value) => ({ value, label: words(value) })),
    })),
  ],
};

const size = (): number => Math.round(10 ** (3 + (next(500) / 500) * 5));
const conditions = of(distinct, (n) => {
  if (n < flags) return `firm.f${n}`;
  if (n % 4 === 0) return `firm.t${next(texts)} in ("${values[next(3)]}", "${values[3 + next(3)]}")`;
  return `firm.n${next(numbers)} ${next(3) === 0 ? '<=' : '>='} ${size()}`;
});
const fields = register.columns.map(
  ({ name, type }) => `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`,
);
const prepared = preparePolicies(
  of(policies, (n) => {
    const pick = (): string => conditions[next(distinct)] ?? 'true';
    const text = `${pick()} and ${pick()} and (${pick()} or ${pick()}) and ${pick()} and not(${pick()})`;
    const xml =
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="p" namespace="urn:p${n}">` +
      `<itemDefinition name="tFirm">${fields.join('')}</itemDefinition>` +
      '<inputData id="i" name="firm"><variable name="firm" typeRef="tFirm"/></inputData>' +
      '<decision id="e" name="e"><variable name="e" typeRef="boolean"/>' +
      '<informationRequirement><requiredInput href="#i"/></informationRequirement>' +
      `<literalExpression><text>${text.replaceAll('<', '&lt;')}</text></literalExpression></decision></definitions>`;
    return { code: `p${n}`, model: readDecisionModel(xml, `p${n}.dmn`), eligible: 'e' };
  }),
  register,
);
const firms = of(400, () => ({
  firm: Object.fromEntries(
    register.columns.map(({ name, type }) => {
      if (next(30) === 0) return [name, null];
      if (type === 'number') return [name, size()];
      return [name, type === 'boolean' ? next(2) === 0 : values[next(6)]];
    }),
  ),
}));

function measure(name: string, run: (firm: (typeof firms)[number]) => unknown, rounds: number): void {
  for (const firm of firms.slice(0, 100)) run(firm);
  const each: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const firm of firms) {
      const start = performance.now();
      run(firm);
      each.push(performance.now() - start);
    }
  }
  each.sort((a, b) => a - b);
  const at = (share: number): string => (each[Math.floor(each.length * share)] ?? 0).toFixed(3);
  process.stdout.write(`| ${name} | ${at(0)} | ${at(0.5)} | ${at(0.95)} |\n`);
}

const tally = new Map<string, number>();
for (const firm of firms) for (const one of statesOf(prepared, firm)) tally.set(one, (tally.get(one) ?? 0) + 1);
process.stdout.write(`${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}, 1 thread\n\n`);
process.stdout.write(
  `${policies} policies, ${prepared.leaves} distinct conditions; ${JSON.stringify(Object.fromEntries(tally))}\n\n`,
);
process.stdout.write('| one entity | least ms | median ms | 95 % ms |\n|---|---|---|---|\n');
measure('states under all policies', (firm) => statesOf(prepared, firm), 5);
measure(
  'ranked, the first ten explained whole',
  (firm) => {
    const { policies: ranked } = explainMany(prepared, firm);
    return ranked.slice(0, 10).map(({ explanation }) => [explanation.why, explanation.nearest, explanation.conditions]);
  },
  1,
);
const [first] = prepared.policies;
if (first !== undefined) {
  measure(
    'one policy explained whole',
    (firm) => {
      const { why, nearest, conditions: views, question } = explain(first.model, 'e', firm, { register });
      return [why, nearest, views, question];
    },
    3,
  );
}
