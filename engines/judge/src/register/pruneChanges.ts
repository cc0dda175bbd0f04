import type { Transaction } from '@yiwang/postgres';
import type { Positions } from './findChanges.ts';

/** Takes away the log of changes before `before`, up to the positions whose effects were written; gives how many. */
export async function pruneChanges(tx: Transaction, register: string, upTo: Positions, before: Date): Promise<number> {
  let gone = 0;
  for (const [region, position] of Object.entries(upTo).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [last] = await tx.query<{ position: number | null }>(
      `SELECT max(position) AS position FROM judge.register_changes
       WHERE region = $1 AND register = $2 AND position <= $3 AND at < $4`,
      [region, register, position, before],
    );
    if (last?.position === null || last === undefined) continue;
    await tx.execute(`UPDATE judge.register_head SET pruned = $3 WHERE region = $1 AND register = $2 AND pruned < $3`, [
      region,
      register,
      last.position,
    ]);
    gone += await tx.execute(
      `DELETE FROM judge.register_changes WHERE region = $1 AND register = $2 AND position <= $3`,
      [region, register, last.position],
    );
  }
  return gone;
}
