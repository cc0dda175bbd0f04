import type { Sql } from '@yiwang/postgres';
import type { WorkingTime } from '../step/ports.ts';
import type { ProcessFilter } from './caseFilter.ts';
import { eventPages } from './eventPages.ts';
import { createMiner } from './mineEvents.ts';
import type { MinedProcess } from './minedProcess.ts';
import type { ProcessMap } from './processMap.ts';

/** Mines the cases of a process as they are stored; 100,000 cases of 20 events take seconds, not minutes (bench/mining). */
export async function mineCases(
  sql: Sql,
  filter: ProcessFilter,
  map: ProcessMap,
  calendar: Pick<WorkingTime, 'workingMinutesBetween'>,
  variants?: number,
): Promise<MinedProcess> {
  const miner = createMiner(map, calendar);
  for await (const page of eventPages(sql, filter)) for (const event of page) miner.add(event);
  return miner.result(variants);
}
