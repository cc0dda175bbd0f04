import { siOf } from '../tokens/units.ts';
import { carriedSubject, nextCarried } from './carried.ts';
import { changeOf } from './change.ts';
import type { Carried, Clause } from './clause.ts';
import { comparatorOf } from './comparator.ts';
import { confidenceOf } from './confidence.ts';
import type { Mark } from './marks/mark.ts';
import { isAttributive } from './metrics/attributive.ts';
import { metricName } from './metrics/metricName.ts';
import { metricOf } from './metrics/metricOf.ts';
import { subjectsOf } from './metrics/subjectsOf.ts';
import type { Row } from './row.ts';
import type { Left } from './words/left.ts';
import { relativeNoun } from './words/lexicon.ts';

export interface Built {
  readonly rows: Row[];
  readonly carried: Carried;
  readonly share: Row | undefined;
  /** Where the next value's words may begin. */
  readonly consumed: number;
}

/** One value, or the values of one 分别. */
export function rowsOfClause(input: Clause): Built {
  const { text, group, left, words, right, carried, qualifiers } = input;
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined)
    return { rows: [], carried, share: undefined, consumed: input.quoteEnd };
  const attributive = isAttributive(first, right, left);
  const metric = metricOf(input, attributive);
  const subjects = subjectsOf(metric, group, left, attributive, carried.recent);
  const own = left.verb !== '' || left.emptyVerb;
  const inherited = {
    verb: own ? '' : carried.newVerb || carried.verb,
    cumulative: carried.cumulative || (!own && carried.counted),
    attributive,
    total: relativeNoun.test(left.subject),
  };
  const rows: Row[] = [];
  subjects.forEach(({ mark, name, place }) => {
    const after = text.slice(mark.quantity.end, mark.quantity.end + 4);
    const sharedAfter = place === undefined ? after : text.slice(last.quantity.end, last.quantity.end + 4);
    const compared = comparatorOf(
      text.slice(Math.max(0, input.quoteStart, mark.quantity.start - 12), mark.quantity.start) || words,
      sharedAfter,
      mark.quantity.more,
    );
    const shared = comparatorOf(words, sharedAfter, mark.quantity.more);
    const { comparator, cue } = compared.comparator === 'eq' ? shared : compared;
    const value = valueOf(mark);
    const { quantity } = mark;
    const si = siOf(value, quantity.unit);
    const change = changeOf(mark, left, words, inherited);
    const condition =
      input.share !== undefined &&
      quantity.unitClass !== 'percent' &&
      (comparator === 'ge' || comparator === 'gt' || comparator === 'le' || comparator === 'lt');
    const modality = left.modality ?? carried.modality;
    const per =
      /每([万百千]?[一-龥]{1,4}?)(?:拥有|高价值|发明|人口)/.exec(name)?.[1] ?? /^每(万人|千人|百人)/.exec(name)?.[1];
    rows.push({
      metric: name,
      value,
      unit: quantity.unit,
      ...si,
      comparator,
      change,
      span: { start: mark.start, end: mark.end },
      quote: { start: input.quoteStart, end: Math.max(mark.end, attributive ? input.quoteEnd : mark.end) },
      confidence: confidenceOf(name, mark, left, place !== undefined),
      ...(cue === undefined ? {} : { cue }),
      ...(modality === undefined ? {} : { modality }),
      ...(qualifiers.length === 0
        ? {}
        : { qualifier: qualifiers.map(({ start, end }) => text.slice(start, end)).join('、') }),
      ...(left.baseline === undefined ? {} : { baseline: left.baseline }),
      ...directionOf(left, mark),
      ...(mark.role === 'change' && Array.isArray(value) ? { from: Number(value[0]), to: Number(value[1]) } : {}),
      ...(place === undefined ? {} : { distributive: place }),
      ...(quantity.form === 'range' ? { range: [quantity.values[0] ?? 0, quantity.values[1] ?? 0] as const } : {}),
      ...(per === undefined ? {} : { per }),
      ...(mark.role === 'streak' ? { streak: true } : {}),
      ...(left.annualised ? { annualised: true } : {}),
      ...(condition ? { role: 'condition' as const } : {}),
      // 入选首批6个试点城市: how many were chosen, and nothing that the city did or will do.
      ...(attributive && /(?:入选|列入|列为|评为|定为|纳入|跻身|成为)[^，。；、]{0,8}$/.test(words)
        ? { soft: true }
        : {}),
    });
  });
  const full = metricName(carriedSubject(input, attributive, metric));
  const share = attributive && first.quantity.unitClass === 'percent' ? rows[0] : input.share;
  return {
    rows,
    carried: nextCarried(input, full, attributive),
    share,
    consumed: attributive && first.quantity.unitClass !== 'percent' ? input.quoteEnd : (last.until ?? last.end),
  };
}

function valueOf({ quantity }: Mark): number | readonly number[] {
  return quantity.values.length === 1 ? (quantity.values[0] ?? 0) : quantity.values;
}

function directionOf(left: Left, mark: Mark): { direction?: 'up' | 'down' } {
  if (mark.role === 'change') {
    const [from = 0, to = 0] = mark.quantity.values;
    return { direction: to < from ? 'down' : 'up' };
  }
  if (!left.reached || left.trend === undefined) return {};
  return { direction: left.trend === 'growth' ? 'up' : 'down' };
}
