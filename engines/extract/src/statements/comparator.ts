import type { Comparator } from '../reading.ts';

export interface Compared {
  readonly comparator: Comparator;
  readonly cue?: string;
}

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:不低于|不少于|不小于|至少|最低|起码)$/, 'ge'],
  [/(?:不超过|不高于|不大于|不多于|最多|至多|控制在)$/, 'le'],
  [/(?:超过|突破|高于|大于|多于|优于|快于|超|逾|跃过|破|过|跨越|迈上|站上)$/, 'gt'],
  [/(?:低于|少于|小于|不足|短于|不到)$/, 'lt'],
  [/(?:大约|大概|将近|接近|约|近)$/, 'approx'],
];
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:及以上|以上)/, 'ge'],
  [/^(?:以内|之内|及以下|以下)/, 'le'],
  [/^(?:左右|上下|前后)/, 'approx'],
];
/** 达到 is no more than equal, but it is a cue to judge fulfilment by. */
const reached = /(达到|达|提高到|提升到|提升至|提高至|降至|增至)$/;

/** The comparator that the words before and after a value set, and its cue. 多, 余 within the number say more than. */
export function comparatorOf(left: string, right: string, more: boolean): Compared {
  const words = left.replace(
    /(?:[了为至到在]|稳定在|保持在|首次|历史性地?|一举|总量|已经?|也|都|将|每[千万百]?[人户月年亩天])+$/,
    (tail) => (left.endsWith('控制在') ? tail : ''),
  );
  for (const [pattern, comparator] of after) {
    const found = pattern.exec(right);
    if (found !== null) return { comparator, cue: found[0] };
  }
  for (const [pattern, comparator] of before) {
    const found = pattern.exec(words) ?? pattern.exec(left);
    if (found === null) continue;
    // 控制在5%左右 was caught above; 控制在5% is at most that.
    return { comparator, cue: found[0] };
  }
  // 不低于当地标准的1.6倍: the comparator stands before what it is compared with.
  const relative = /(不低于|不少于|不超过|不高于|高于|超过|低于)[^，。；、]{2,30}的$/.exec(left)?.[1];
  const compared = relative === undefined ? undefined : before.find(([pattern]) => pattern.test(relative));
  if (relative !== undefined && compared !== undefined) return { comparator: compared[1], cue: relative };
  if (more) return { comparator: 'gt', cue: '多' };
  const cue = reached.exec(left)?.[1];
  return cue === undefined ? { comparator: 'eq' } : { comparator: 'eq', cue };
}

/** How many characters of the words after a value are its cue. */
export function cueLength(right: string): number {
  return /^(?:及以上|及以下|以上|以下|以内|之内|左右|上下)/.exec(right)?.[0].length ?? 0;
}
