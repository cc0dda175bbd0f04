import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { lockRule } from './lockRule.ts';
import { findByCommand, getVersion, versionHash, type StoredVersion } from './storedVersion.ts';

/** A table of two thousand rows is about a megabyte. */
const mostCharacters = 4_000_000;

export interface NewDraft {
  readonly region: string;
  /** The DMN document, good or not: what is wrong with it is told when it is published. */
  readonly xml: string;
  readonly actor: string;
  /** A UUID made by whoever sends the command, so that one sent twice is done once. */
  readonly id?: string;
}

/**
 * Keeps a document as the next version of a rule, of no effect yet.
 * @throws judge.versionTooLarge
 */
export async function saveDraft(
  tx: Transaction,
  clock: Clock,
  rule: CityRule,
  draft: NewDraft,
): Promise<StoredVersion> {
  const { region, xml, actor, id } = draft;
  if (xml.length > mostCharacters || xml.includes('\0') || !xml.isWellFormed()) {
    throw faults.versionTooLarge({ rule: rule.code, characters: xml.length, most: mostCharacters });
  }
  const number = (await lockRule(tx, region, rule)) + 1;
  const done = await findByCommand(tx, region, rule.code, id);
  if (done !== undefined) return done;
  await tx.execute(`UPDATE judge.rule_head SET number = $3 WHERE region = $1 AND rule = $2`, [
    region,
    rule.code,
    number,
  ]);
  await tx.execute(
    `INSERT INTO judge.rule_versions (region, rule, number, xml, status, actor, at, command)
     VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7)`,
    [region, rule.code, number, xml, actor, clock.now(), id ?? null],
  );
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'rule.drafted',
      actor,
      subject: `rule:${rule.code}`,
      body: { rule: rule.code, version: number, hash: versionHash(xml) },
    },
  ]);
  return getVersion(tx, region, rule.code, number);
}
