import type { CaseList } from '@yiwang/contract';
import { get, queryOf } from '../api/request.ts';

/** The case of a number, as people write it. */
export async function findByNumber(number: string): Promise<{ region: string; case: string } | undefined> {
  const { cases } = await get<CaseList>(`/api/cases${queryOf({ text: number, limit: '5' })}`);
  const found = cases.find((one) => one.number === number);
  return found === undefined ? undefined : { region: found.region, case: found.id };
}
