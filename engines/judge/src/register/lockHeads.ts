import type { Transaction } from '@yiwang/postgres';

/** The channel on which a changed register's code is told. */
export const registerChannel = 'judge_registers';

/**
 * The last positions given in these districts' change logs, locked until the transaction ends. Always in the order of the
 * codes, so that two transactions that change several districts do not wait for each other in a circle.
 */
export async function lockHeads(
  tx: Transaction,
  register: string,
  regions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sorted = [...new Set(regions)].toSorted();
  const heads = new Map<string, number>();
  for (const region of sorted) {
    const [row] = await tx.query<{ position: number }>(
      `INSERT INTO judge.register_head (region, register, position) VALUES ($1, $2, 0)
       ON CONFLICT (region, register) DO UPDATE SET position = register_head.position RETURNING position`,
      [region, register],
    );
    heads.set(region, row?.position ?? 0);
  }
  return heads;
}

/** Moves the heads on and wakes whoever keeps results of the register, once it is committed. */
export async function moveHeads(tx: Transaction, register: string, heads: ReadonlyMap<string, number>): Promise<void> {
  for (const [region, position] of heads) {
    await tx.execute(`UPDATE judge.register_head SET position = $3 WHERE region = $1 AND register = $2`, [
      region,
      register,
      position,
    ]);
  }
  await tx.query(`SELECT pg_notify('${registerChannel}', $1)`, [register]);
}
