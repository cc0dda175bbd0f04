import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decide, importsOf, readDecisionModel, type DecisionModel } from '../index.ts';

/** YIWANG_SOAK=1 runs a thousand times as many; about an hour and a quarter. */
const soak = process.env['YIWANG_SOAK'] === '1';
const rounds = soak ? 1_000_000 : 1000;

const source = (file: string) => ({
  file,
  xml: readFileSync(new URL(`../../../../fixtures/dmn/${file}`, import.meta.url), 'utf8'),
});
const main = source('equipment-subsidy.dmn');
const other = source('limits.dmn');

type Random = (below: number) => number;

/** A small generator of our own, so that a failing document can be had again from its seed. */
function random(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pick = <T>(items: readonly T[], next: Random, fallback: T): T => items[next(items.length)] ?? fallback;

const texts =
  '1|null|"x"|firm|firm.machines|firm.machines[1].price|amount|machine.price|capped(1, 2)|limits.capped(3, 4)|subsidy()|halved|-|&gt; 3|not("A")|[1..|{a: 1}|[firm, firm]|for i in 1..99999 return i|function(x) x|rate of a grade("A")|1 / 0|date("2030-02-30")|@"P1D"|? > 1|1e400|"A", "B"|if true then 1|some x in [1] satisfies x'.split(
    '|',
  );
const types = [
  'number',
  'string',
  'tFirm',
  'tMachines',
  'tGrade',
  'tRating',
  'limits.tShare',
  'tNone',
  'date',
  'Any',
  '',
];
const logic = [
  '<literalExpression><text>1</text></literalExpression>',
  '<list/>',
  '<context/>',
  '<relation/>',
  '<invocation/>',
  '<decisionTable/>',
  '<conditional/>',
  '<some iteratorVariable="x"/>',
];

/** Names of places where something is changed, each with what it becomes. */
const mutations: readonly ((xml: string, next: Random) => string)[] = [
  (xml, next) => replaceOne(xml, /<text>[^<]*<\/text>/g, () => `<text>${pick(texts, next, '')}</text>`, next),
  (xml, next) => replaceOne(xml, /typeRef="[^"]*"/g, () => `typeRef="${pick(types, next, '')}"`, next),
  (xml, next) => replaceOne(xml, /<typeRef>[^<]*</g, () => `<typeRef>${pick(types, next, '')}<`, next),
  (xml, next) => replaceOne(xml, /href="[^"]*"/g, () => `href="${oneOf(xml, /#[\w]+/g, next)}"`, next),
  (xml, next) => replaceOne(xml, /<(\w+)[^<>]*\/>/g, () => '', next),
  (xml, next) => replaceOne(xml, /<(\w+)[^<>]*>[^<]*<\/\1>/g, () => pick(logic, next, ''), next),
  (xml, next) => replaceOne(xml, /<(\w+)[^<>]*>[^<]*<\/\1>/g, (found) => found + found, next),
  (xml, next) => replaceOne(xml, /<\/?\w+/g, () => oneOf(xml, /<\/?\w+/g, next), next),
  (xml, next) => replaceOne(xml, / \w+="[^"]*"/g, () => '', next),
  (xml, next) => replaceOne(xml, / \w+="[^"]*"/g, () => oneOf(xml, / \w+="[^"]*"/g, next), next),
  (xml, next) =>
    replaceOne(
      xml,
      /hitPolicy="[^"]*"/g,
      () => `hitPolicy="${pick(['ANY', 'FIRST', 'COLLECT', 'OUTPUT ORDER', 'WORST'], next, '')}"`,
      next,
    ),
  (xml, next) => swapElements(xml, next),
  (xml, next) => {
    const at = next(xml.length);
    return xml.slice(0, at) + pick(['<', '>', '&', '"', '\u0000', '火'], next, '') + xml.slice(at + next(3));
  },
];

function replaceOne(xml: string, pattern: RegExp, become: (found: string) => string, next: Random): string {
  const found = [...xml.matchAll(pattern)];
  const one = found[next(found.length)];
  return one === undefined ? xml : xml.slice(0, one.index) + become(one[0]) + xml.slice(one.index + one[0].length);
}

function oneOf(xml: string, pattern: RegExp, next: Random): string {
  const found = xml.match(pattern) ?? [];
  return pick(found, next, '');
}

/** The logic of one decision goes to another. */
function swapElements(xml: string, next: Random): string {
  const blocks = [
    ...xml.matchAll(/<(context|for|filter|conditional|decisionTable|invocation|literalExpression)[^<>]*>.*?<\/\1>/gs),
  ];
  const [from, to] = [blocks[next(blocks.length)], blocks[next(blocks.length)]];
  if (from === undefined || to === undefined) return xml;
  return xml.slice(0, to.index) + from[0] + xml.slice(to.index + to[0].length);
}

const inputs: readonly Readonly<Record<string, unknown>>[] = [
  {},
  {
    firm: { grade: 'A', machines: [{ price: 1_000_000, 'bought on': '2030-05-01', saving: 0.2 }] },
    since: '2030-01-01',
    budget: 500_000,
    hearing: true,
  },
  { firm: [1, 'x', null], since: 5, budget: 'much', limits: { budget: -1 } },
];

function readOrFault(xml: string, refused: 'refuse' | 'null'): DecisionModel | undefined {
  try {
    return readDecisionModel(xml, main.file, { refused, imports: importsOf([other]) });
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}

function takeAll(model: DecisionModel, next: Random): number {
  let taken = 0;
  for (const { id } of [...model.decisions, ...model.services, ...model.knowledge]) {
    const trace = pick(['none', 'tables', 'full'] as const, next, 'none');
    try {
      const { reason } = decide(model, id, pick(inputs, next, {}), { trace, maxSteps: 20_000 });
      assert.notEqual(reason.en, '');
      taken += 1;
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  return taken;
}

test(
  'no mutant of a model crashes the reader or the evaluator other than by a fault',
  { timeout: soak ? 36_000_000 : 60_000 },
  () => {
    let [read, taken] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const next = random(20_301_122 + round);
      let xml = main.xml;
      for (let count = 1 + next(3); count > 0; count -= 1) {
        xml = (mutations[next(mutations.length)] ?? ((same) => same))(xml, next);
      }
      try {
        const model = readOrFault(xml, next(2) === 0 ? 'refuse' : 'null');
        if (model === undefined) continue;
        read += 1;
        taken += takeAll(model, next);
      } catch (error) {
        throw new assert.AssertionError({
          message: `round ${round}: ${String(error)}\n${error instanceof Error ? error.stack : ''}`,
        });
      }
    }
    assert.ok(read > rounds / 5 && taken > read, `${read} of ${rounds} were read, ${taken} decisions taken`);
  },
);
