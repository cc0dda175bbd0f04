import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import { findEntity } from './findEntity.ts';
import { logChange } from './logChange.ts';
import { lockHeads } from './lockHeads.ts';
import type { Register } from './register.ts';
import { tableOf } from './registerTable.ts';

export interface EntityRemoval {
  readonly region: string;
  readonly code: string;
  readonly actor: string;
  readonly reason: string;
  readonly id?: string;
}

/**
 * Takes an entity out of the register, in the caller's transaction; the ledger's entry keeps its values.
 * @throws judge.unknownEntity
 */
export async function removeEntity(
  tx: Transaction,
  clock: Clock,
  register: Register,
  { region, code, actor, reason, id }: EntityRemoval,
): Promise<void> {
  const heads = await lockHeads(tx, register.code, [region]);
  const before = await findEntity(tx, register, region, code);
  if (before === undefined) throw faults.unknownEntity({ register: register.code, region, code });
  await tx.execute(`DELETE FROM ${tableOf(register)} WHERE region = $1 AND code = $2`, [region, code]);
  await logChange(tx, clock, register, heads, { region, code, kind: 'removed', before: before.values, command: id });
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'entity.removed',
      actor,
      subject: `entity:${register.code}/${code}`,
      reason,
      body: { register: register.code, code, name: before.name, values: { ...before.values } },
    },
  ]);
}
