import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import type { Bilingual } from '@yiwang/messages';
import { faults } from '../faults.ts';
import type { DecisionModel } from '../model.ts';
import { readDay } from '../register/cell.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { dayOf } from './day.ts';
import { checkReason } from './checkReason.ts';
import { lockRule, tellRule } from './lockRule.ts';
import { findVersions, getVersion, versionHash, type StoredVersion } from './storedVersion.ts';
import { findEffective, versionsInTime, type Period } from './versionsInTime.ts';

export interface Publication {
  readonly region: string;
  /** Of a draft. */
  readonly number: number;
  /** The first day, today or later: `2031-01-01` in Asia/Shanghai. */
  readonly from: string;
  readonly until?: string;
  readonly why: string;
  readonly actor: string;
}

/** What a document must pass before it decides about anybody. */
export interface VersionChecks {
  /** Reads the document. @throws where it is no model */
  read(xml: string, file: string): DecisionModel;
  /** Makes of the model what the matching engine runs on its first day. @throws judge.notColumnar and others, with the place */
  lower(model: DecisionModel, from: string): void;
  /** The tests beside the rule, run on the model as of the day on which it begins: those that failed. */
  test(model: DecisionModel, from: string): readonly FailedTest[] | Promise<readonly FailedTest[]>;
}

export interface FailedTest {
  readonly name: Bilingual;
}

/** The name by which faults tell a place in a stored version. */
export function versionFile(rule: string, number: number): string {
  return `${rule}-${number}.dmn`;
}

/**
 * Makes a draft effective from a day on. Published again as it stands already it is left so: the command came twice.
 * @throws judge.reasonMissing, judge.versionStatus, judge.versionPast, judge.versionDates, judge.versionTests; what `checks`
 *   throws: nothing is written then
 */
export async function publishVersion(
  tx: Transaction,
  clock: Clock,
  rule: CityRule,
  publication: Publication,
  checks: VersionChecks,
): Promise<StoredVersion> {
  const { region, number, from, until, actor } = publication;
  const why = checkReason(publication.why);
  await lockRule(tx, region, rule);
  const version = await getVersion(tx, region, rule.code, number);
  if (version.status === 'published' && version.from === from && version.until === until) return version;
  if (version.status !== 'draft') throw faults.versionStatus({ rule: rule.code, number, status: version.status });
  const others = await findVersions(tx, region, rule.code);
  checkDays(rule, publication, dayOf(clock.now()), others);
  const model = checks.read(version.xml, versionFile(rule.code, number));
  checks.lower(model, from);
  const failed = await checks.test(model, from);
  const [first] = failed;
  if (first !== undefined) {
    const { zh, en } = first.name;
    throw faults.versionTests({ rule: rule.code, number, failed: failed.length, nameZh: zh, nameEn: en });
  }
  const replaced = findEffective(versionsInTime(rule, others).periods, from);
  await tx.execute(
    `UPDATE judge.rule_versions SET status = 'published', effective_from = $4, effective_until = $5, actor = $6, at = $7, why = $8
     WHERE region = $1 AND rule = $2 AND number = $3`,
    [region, rule.code, number, from, until ?? null, actor, clock.now(), why],
  );
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'rule.published',
      actor,
      subject: `rule:${rule.code}`,
      reason: why,
      body: {
        rule: rule.code,
        version: number,
        from,
        until: until ?? null,
        replaces: replaced?.number ?? null,
        hash: versionHash(version.xml),
      },
    },
  ]);
  await tellRule(tx, rule);
  return getVersion(tx, region, rule.code, number);
}

/** A version begins today or later, on a day of its own, and touches no days that another was given. */
function checkDays(
  rule: CityRule,
  { number, from, until }: Publication,
  today: string,
  others: readonly StoredVersion[],
): void {
  if (readDay(from) === undefined || (until !== undefined && (readDay(until) === undefined || until < from))) {
    throw faults.versionPeriod({ rule: rule.code, from, until: until ?? '' });
  }
  if (from < today) throw faults.versionPast({ rule: rule.code, from, today });
  const collides = (other: Period): boolean =>
    other.from === from ||
    (other.from < from && other.until !== undefined && other.until >= from) ||
    (other.from > from && until !== undefined && other.from <= until);
  const given = others.flatMap((other): Period[] =>
    other.status === 'published' && other.from !== undefined ? [{ ...other, from: other.from }] : [],
  );
  const { displaced } = versionsInTime(rule, others);
  const other = [...rule.versions.filter((one) => !displaced.includes(one.number)), ...given].find(collides);
  if (other === undefined) return;
  throw faults.versionDates({
    rule: rule.code,
    number,
    from,
    other: other.number,
    otherFrom: other.from,
    otherUntil: other.until ?? '…',
  });
}
