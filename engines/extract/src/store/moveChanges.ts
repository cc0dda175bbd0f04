import type { Transaction } from '@yiwang/postgres';

/** Lets corrections and choices follow their rows to the ids that these have now. */
export async function moveChanges(
  tx: Transaction,
  region: string,
  report: string,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const values = [region, report, [...moved.keys()], [...moved.values()]];
  await tx.execute(
    `UPDATE extract.correction c SET machine_row = moved.new FROM unnest($3::text[], $4::text[]) AS moved (old, new)
     WHERE c.region = $1 AND c.report = $2 AND c.machine_row = moved.old`,
    values,
  );
  await tx.execute(
    `UPDATE extract.choice c SET ambiguity = moved.new FROM unnest($3::text[], $4::text[]) AS moved (old, new)
     WHERE c.region = $1 AND c.report = $2 AND c.ambiguity = moved.old`,
    values,
  );
}
