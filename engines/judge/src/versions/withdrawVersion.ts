import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { checkReason } from './checkReason.ts';
import { dayAfter, dayOf } from './day.ts';
import { lockRule, tellRule } from './lockRule.ts';
import { getVersion, type StoredVersion } from './storedVersion.ts';

export interface Withdrawal {
  readonly region: string;
  readonly number: number;
  readonly why: string;
  readonly actor: string;
}

/**
 * Takes a version back: a draft, one scheduled, or one that is effective, which is so no longer from today on; the version
 * before it goes on. The days it was effective on stay, so that one can ask about them.
 * @throws judge.reasonMissing, judge.unknownVersion
 */
export async function withdrawVersion(
  tx: Transaction,
  clock: Clock,
  rule: CityRule,
  { region, number, why: given, actor }: Withdrawal,
): Promise<StoredVersion> {
  const why = checkReason(given);
  await lockRule(tx, region, rule);
  const version = await getVersion(tx, region, rule.code, number);
  if (version.status === 'withdrawn') return version;
  const today = dayOf(clock.now());
  const { from } = version;
  const begun = version.status === 'published' && from !== undefined && from < today;
  if (begun && version.until !== undefined && version.until < today) {
    throw faults.versionStatus({ rule: rule.code, number, status: 'past' });
  }
  await tx.execute(
    `UPDATE judge.rule_versions SET status = 'withdrawn', effective_until = $4, actor = $5, at = $6, why = $7
     WHERE region = $1 AND rule = $2 AND number = $3`,
    [region, rule.code, number, begun ? dayAfter(today, -1) : null, actor, clock.now(), why],
  );
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'rule.withdrawn',
      actor,
      subject: `rule:${rule.code}`,
      reason: why,
      body: { rule: rule.code, version: number, from: from ?? null, was: version.status },
    },
  ]);
  await tellRule(tx, rule);
  return getVersion(tx, region, rule.code, number);
}
