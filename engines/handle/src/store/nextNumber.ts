import type { Sql } from '@yiwang/postgres';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The next number of a district and day, such as 330106-20261122-0007. A start that rolls back gives its number back. */
export async function nextNumber(tx: Sql, region: string, at: Date): Promise<string> {
  const date = day.format(at);
  const [row] = await tx.query<{ last: number }>(
    `INSERT INTO handle.case_number AS n (region, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (region, day) DO UPDATE SET last = n.last + 1 RETURNING last`,
    [region, date],
  );
  return `${region}-${date.replaceAll('-', '')}-${String(row?.last).padStart(4, '0')}`;
}
