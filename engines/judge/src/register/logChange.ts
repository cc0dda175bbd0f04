import type { Clock } from '@yiwang/clock';
import type { Transaction } from '@yiwang/postgres';
import type { NaturalValue } from './cell.ts';
import { moveHeads } from './lockHeads.ts';
import type { Register } from './register.ts';

interface LoggedChange {
  readonly region: string;
  readonly code: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: Readonly<Record<string, NaturalValue>> | undefined;
  readonly command: string | undefined;
}

/** Writes one line of the change log at the next position of a district whose head is locked. */
export async function logChange(
  tx: Transaction,
  clock: Clock,
  register: Register,
  heads: ReadonlyMap<string, number>,
  { region, code, kind, before, command }: LoggedChange,
): Promise<void> {
  const position = (heads.get(region) ?? 0) + 1;
  await tx.execute(
    `INSERT INTO judge.register_changes (region, register, position, kind, code, before, at, command)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      region,
      register.code,
      position,
      kind,
      code,
      before === undefined ? null : JSON.stringify(before),
      clock.now(),
      command ?? null,
    ],
  );
  await moveHeads(tx, register.code, new Map([[region, position]]));
}
