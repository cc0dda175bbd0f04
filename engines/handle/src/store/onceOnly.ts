import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';

/**
 * Runs `work` once for a command id; a repeat, also one that comes while the first still runs, gets the answer of the
 * first. When `work` throws, the transaction rolls back and the id is free again.
 * @throws handle.commandReused when the id was used for something else
 */
export async function onceOnly<Answer extends object>(
  tx: Sql,
  command: { readonly region: string; readonly id: string; readonly digest: string; readonly at: Date },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const key = [command.region, command.id];
  // Waits here for a transaction that runs the same command now.
  const fresh = await tx.execute(
    `INSERT INTO handle.command_dedup (region, command, digest, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [...key, command.digest, command.at],
  );
  if (fresh === 0) {
    const [first] = await tx.query<{ digest: string; answer: Answer }>(
      `SELECT digest, answer FROM handle.command_dedup WHERE region = $1 AND command = $2`,
      key,
    );
    if (first?.digest !== command.digest) throw faults.commandReused({ command: command.id });
    return first.answer;
  }
  const answer = await work();
  await tx.execute(`UPDATE handle.command_dedup SET answer = $3 WHERE region = $1 AND command = $2`, [
    ...key,
    JSON.stringify(answer),
  ]);
  return answer;
}

/** Whether a command of this id was done; its repeat is answered as the first was, and only to the account that sent it. */
export async function wasDone(sql: Sql, region: string, command: string): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 FROM handle.command_dedup WHERE region = $1 AND command = $2`, [
    region,
    command,
  ]);
  return rows.length > 0;
}
