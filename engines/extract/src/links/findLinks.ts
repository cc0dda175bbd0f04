import type { Link, Statement } from '../reading.ts';
import { metricKey } from './metricKey.ts';

/** Units that measure one thing: 绿地31平方公里 and 绿地1000万平方米 compare. */
const dimensions: readonly (readonly [string, readonly string[]])[] = [
  ['area', ['平方公里', '平方米', '亩', '公顷']],
  ['length', ['公里', '米']],
  ['weight', ['吨', '斤', '公斤', '克']],
  ['people', ['人', '名', '人次']],
];

/** One metric has a few facts and targets in a report; a text that says the same a thousand times over must not pair each with each. */
const mostOfMetric = 20;
const mostMetrics = 20_000;

/** The facts and targets of one report, or of two, that speak of the same metric in the same way; in the order of the targets. */
export function findLinks(statements: Iterable<Statement>): Link[] {
  const metrics = new Map<string, { readonly facts: Statement[]; readonly targets: Statement[] }>();
  for (const statement of statements) {
    if (statement.role !== undefined || (statement.kind === 'fact' && statement.soft === true)) continue;
    const key = keyOf(statement);
    const there = metrics.get(key) ?? { facts: [], targets: [] };
    if (metrics.size < mostMetrics) metrics.set(key, there);
    const list = statement.kind === 'fact' ? there.facts : there.targets;
    if (list.length < mostOfMetric) list.push(statement);
  }
  return [...metrics.values()]
    .flatMap(({ facts, targets }) => targets.flatMap((target) => facts.map((fact) => ({ fact, target }))))
    .toSorted((a, b) => a.target.span.start - b.target.span.start || a.fact.span.start - b.fact.span.start)
    .map(({ fact, target }, index) => ({
      id: `l${String(index + 1)}`,
      fact: fact.id,
      target: target.id,
      metric: target.metric,
      confidence: Math.round(Math.min(fact.confidence, target.confidence) * 100) / 100,
    }));
}

function keyOf({ metric, change, unitSi }: Statement): string {
  const dimension = dimensions.find(([, units]) => units.includes(unitSi))?.[0] ?? unitSi;
  return `${metricKey(metric)}|${change}|${dimension}`;
}
