import type { Mark } from '../marks/mark.ts';
import type { Left } from '../words/left.ts';
import { distribute } from './distribute.ts';
import { metricName } from './metricName.ts';

interface Named {
  readonly mark: Mark;
  readonly name: string;
  readonly place: readonly [number, number] | undefined;
}

/** Which metric each value of a 分别 has. */
export function subjectsOf(
  metric: string,
  group: readonly Mark[],
  left: Left,
  attributive: boolean,
  recent: readonly string[],
): Named[] {
  const first = group[0];
  if (first === undefined) return [];
  if (group.length === 1) {
    // 起数和人数分别下降20%: one value of two metrics.
    const both = left.distributed && !attributive ? distribute(metric, 2, true) : undefined;
    if (both === undefined) return [{ mark: first, name: metric, place: undefined }];
    return both.map((name, at) => ({ mark: first, name: metricName(name), place: [at + 1, both.length] as const }));
  }
  if (first.role === 'rank') return ranks(metric, group, recent);
  // 甲增到5家，乙增到6家，分别增长1%、2%: the metrics are those of the values before.
  const before = left.subject === '' && left.distributed ? recent.slice(-group.length) : [];
  const names =
    before.length === group.length && new Set(before).size === before.length
      ? before
      : distribute(metric, group.length, left.distributed);
  return group.map((mark, at) => ({
    mark,
    name: metricName(names?.[at] ?? metric),
    place: names === undefined ? undefined : ([at + 1, group.length] as const),
  }));
}

/** 分别增长1%、2%，分别排名全市第3和第4: each of the values before has its rank. */
function ranks(metric: string, group: readonly Mark[], recent: readonly string[]): Named[] {
  const before = recent.slice(-group.length);
  const scope = /全[一-龥]{0,8}排名$/.exec(metric)?.[0] ?? '排名';
  return group.map((mark, at) => ({
    mark,
    name: metricName(`${before[at] ?? ''}${scope}`),
    place: [at + 1, group.length] as const,
  }));
}
