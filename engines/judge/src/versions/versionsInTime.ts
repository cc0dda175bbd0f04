import type { DecisionModel } from '../model.ts';
import type { CityRule, RuleVersion } from '../rules/cityRule.ts';
import { dayAfter } from './day.ts';
import type { StoredVersion } from './storedVersion.ts';

/** A version in its days; of which document is told by its number. */
export interface Period {
  readonly number: number;
  readonly from: string;
  readonly until?: string;
}

export interface VersionsInTime {
  /** By `from`; no two on one day. One version has two periods where another, since withdrawn, came between. */
  readonly periods: readonly Period[];
  /** Versions of the folder that have no effect, for a person published one of the same number or day. */
  readonly displaced: readonly number[];
}

/**
 * The versions of a rule's folder and those published by people, in one line. What a person published stands: a version of the
 * folder that has its number, or begins on its day, is displaced. A version withdrawn after it had begun keeps the days it was
 * effective on; the version before it goes on afterwards.
 */
export function versionsInTime(rule: CityRule, stored: readonly StoredVersion[]): VersionsInTime {
  const published: Period[] = [];
  const withdrawn: Period[] = [];
  for (const { number, status, from, until } of stored) {
    if (from === undefined || status === 'draft') continue;
    if (status === 'published') published.push({ number, from, ...(until === undefined ? {} : { until }) });
    else if (until !== undefined && until >= from) withdrawn.push({ number, from, until });
  }
  const numbers = new Set(stored.map(({ number }) => number));
  const begun = new Set(published.map(({ from }) => from));
  const displaced = rule.versions.filter(({ number, from }) => numbers.has(number) || begun.has(from));
  const kept = rule.versions.filter((version) => !displaced.includes(version));
  const base = [...kept.map(periodOf), ...published].toSorted(byFrom);
  let periods = base.map((period, n) => ended(period, base[n + 1]));
  for (const past of withdrawn.toSorted(byFrom)) periods = [...periods.flatMap((one) => without(one, past)), past];
  return { periods: periods.toSorted(byFrom), displaced: displaced.map(({ number }) => number) };
}

function periodOf({ number, from, until }: RuleVersion): Period {
  return { number, from, ...(until === undefined ? {} : { until }) };
}

const byFrom = (a: Period, b: Period): number => (a.from < b.from ? -1 : Number(a.from > b.from));

/** A period ends on the day before the next begins, where it does not end earlier. */
function ended(period: Period, next: Period | undefined): Period {
  if (next === undefined) return period;
  const last = dayAfter(next.from, -1);
  return period.until !== undefined && period.until <= last ? period : { ...period, until: last };
}

/** What is left of a period when another's days are taken out of it: nothing, one part or two. */
function without(period: Period, taken: Period): Period[] {
  const { from, until } = taken;
  if (until === undefined || period.from > until || (period.until !== undefined && period.until < from))
    return [period];
  const parts: Period[] = [];
  if (period.from < from) parts.push({ ...period, until: dayAfter(from, -1) });
  if (period.until === undefined || period.until > until) parts.push({ ...period, from: dayAfter(until) });
  return parts;
}

/** The rule with all its versions. `modelOf` reads the document of a stored version. */
export function ruleInTime(
  rule: CityRule,
  stored: readonly StoredVersion[],
  modelOf: (version: StoredVersion) => DecisionModel,
): CityRule {
  const versions = versionsInTime(rule, stored).periods.flatMap((period): RuleVersion[] => {
    const own = stored.find(({ number }) => number === period.number);
    const model =
      own === undefined ? rule.versions.find(({ number }) => number === period.number)?.model : modelOf(own);
    return model === undefined ? [] : [{ ...period, model }];
  });
  return { ...rule, versions };
}

/** The version that is effective on a day: the last of those that have begun, where it has not ended. */
export function findEffective<P extends Pick<Period, 'from' | 'until'>>(
  periods: readonly P[],
  day: string,
): P | undefined {
  const begun = periods.findLast(({ from }) => from <= day);
  return begun?.until === undefined || begun.until >= day ? begun : undefined;
}
