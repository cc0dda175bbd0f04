import type { Link, Statement } from '../reading.ts';
import { metricKey } from './metricKey.ts';

/** Units that measure one thing: 绿地31平方公里 and 绿地1000万平方米 compare. */
const dimensions: readonly (readonly [string, readonly string[]])[] = [
  ['area', ['平方公里', '平方米', '亩', '公顷']],
  ['length', ['公里', '米']],
  ['weight', ['吨', '斤', '公斤', '克']],
  ['people', ['人', '名', '人次']],
];

/** The facts and targets of one report, or of two, that speak of the same metric in the same way. */
export function findLinks(statements: readonly Statement[]): Link[] {
  const facts = new Map<string, Statement[]>();
  for (const fact of statements) {
    if (fact.kind !== 'fact' || fact.role !== undefined || fact.soft === true) continue;
    const key = keyOf(fact);
    const there = facts.get(key);
    if (there === undefined) facts.set(key, [fact]);
    else there.push(fact);
  }
  const links: Link[] = [];
  for (const target of statements) {
    if (target.kind !== 'target' || target.role !== undefined) continue;
    for (const fact of facts.get(keyOf(target)) ?? []) {
      links.push({
        id: `l${String(links.length + 1)}`,
        fact: fact.id,
        target: target.id,
        metric: target.metric,
        confidence: Math.round(Math.min(fact.confidence, target.confidence) * 100) / 100,
      });
    }
  }
  return links;
}

function keyOf({ metric, change, unitSi }: Statement): string {
  const dimension = dimensions.find(([, units]) => units.includes(unitSi))?.[0] ?? unitSi;
  return `${metricKey(metric)}|${change}|${dimension}`;
}
