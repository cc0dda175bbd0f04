import type { Change } from '../reading.ts';
import type { Mark } from './marks/mark.ts';
import { decline, newness } from './words/lexicon.ts';
import type { Left } from './words/left.ts';

/** What the items before say of this one. */
export interface Inherited {
  /** 新增 and the like, or another verb, where this item has none of its own. */
  readonly verb: string;
  readonly cumulative: boolean;
  /** The number stands before what it counts: 提升300个社区 raises no number. */
  readonly attributive: boolean;
  /** 总数 and the like: how many there are, whatever was added before. */
  readonly total: boolean;
}

/**
 * What kind of number it is. A percentage after 增长 is a rate of growth, after 下降 a decrease, else a share; a count after 新增 is an
 * increase; 累计 and 连续 make it cumulative; 压减至 and 提高到 name the level reached.
 */
export function changeOf(mark: Mark, left: Left, words: string, inherited: Inherited): Change {
  const { quantity, role } = mark;
  if (role === 'rank') return 'rank';
  if (role === 'streak') return 'cumulative';
  if (quantity.form === 'ratio') return 'ratio';
  if (quantity.unitClass === 'none' && quantity.unit === '' && quantity.form !== 'sum') return 'ratio';
  // 累计下降14% is a decrease; a share, a level or a count may be cumulative.
  const moved = quantity.unitClass === 'percent' && left.trend !== undefined && !left.reached;
  if (!moved && (left.cumulative || inherited.cumulative)) return 'cumulative';
  if (quantity.unitClass === 'percent') {
    if (left.trend !== undefined && !left.reached) return left.trend === 'growth' ? 'growth_rate' : 'decrease';
    // 增长目标为5%
    if (/(?:增长|增速)[^，。；、]{0,4}目标/.test(words)) return 'growth_rate';
    // 平均压减时间58%: the verb stands before its object.
    return decline.test(left.verb) || (left.verb === '' && decline.test(inherited.verb)) ? 'decrease' : 'share';
  }
  if (quantity.unitClass === 'times' && left.trend === 'growth' && !left.reached) return 'growth_rate';
  if (quantity.unitClass === 'point') {
    if (left.trend === 'decline' && !left.reached) return 'decrease';
    return left.trend === 'growth' ? 'increase' : 'level';
  }
  // 果园优化提升20亩: what is raised is the quality.
  if (words.endsWith('提升') && (quantity.unitClass === 'count' || /亩|公里|公顷|平方/.test(quantity.unit)))
    return 'level';
  if (left.trend !== undefined && !left.reached && !inherited.attributive) {
    if (left.trend === 'decline') return decline.test(words) && quantity.unitClass !== 'time' ? 'decrease' : 'level';
    return 'increase';
  }
  if (newness.test(words)) return 'increase';
  if (!inherited.total && newness.test(inherited.verb)) return 'increase';
  return 'level';
}
