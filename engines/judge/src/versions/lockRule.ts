import type { Transaction } from '@yiwang/postgres';
import type { CityRule } from '../rules/cityRule.ts';

/** The channel on which a rule whose versions changed is told. */
export const ruleChannel = 'judge_rules';

/** Locks a rule's versions until the transaction ends, and gives the last number used: in the folder, or by a person. */
export async function lockRule(tx: Transaction, region: string, rule: CityRule): Promise<number> {
  const inFolder = Math.max(0, ...rule.versions.map(({ number }) => number));
  const [head] = await tx.query<{ number: number }>(
    `INSERT INTO judge.rule_head (region, rule, number) VALUES ($1, $2, $3)
     ON CONFLICT (region, rule) DO UPDATE SET number = greatest(rule_head.number, excluded.number) RETURNING number`,
    [region, rule.code, inFolder],
  );
  return head?.number ?? inFolder;
}

/** Wakes whoever keeps results of the rule, once it is committed. */
export async function tellRule(tx: Transaction, rule: CityRule): Promise<void> {
  await tx.query(`SELECT pg_notify('${ruleChannel}', $1)`, [rule.code]);
}
