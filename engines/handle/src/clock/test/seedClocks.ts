import type { Calendar } from '@yiwang/calendar';
import { uuidv7 } from '@yiwang/clock';
import { enqueueAll } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { timerKey, timerQueue } from '../../store/timerQueue.ts';
import { rowOfClock, startClock, type ClockUnit, type LegalClock } from '../index.ts';

export interface SeededCase {
  readonly id: string;
  readonly clock: LegalClock;
}

/**
 * Opens cases with one open task each, whose clock started at one of `starts`, with timers for its warning and its due
 * time and their jobs, all derived by `calendar`. One statement a table.
 */
export async function seedClocks(
  sql: Sql,
  calendar: Calendar,
  region: string,
  count: number,
  starts: readonly Date[],
  limit: { readonly unit: ClockUnit; readonly budget: number },
): Promise<readonly SeededCase[]> {
  const seeded = Array.from({ length: count }, (_, n) => {
    const task = uuidv7();
    const at = starts[n % starts.length] ?? new Date(0);
    const [clock] = startClock(
      [],
      {
        id: 1,
        of: 'task',
        element: 'review',
        name: '审查',
        scope: 0,
        task,
        within: null,
        ...limit,
        warnShare: 0.8,
        maxExtension: 0,
        calendar: calendar.id,
      },
      at,
      'system:flow',
    );
    if (clock === undefined) throw new RangeError('startClock adds one');
    return { id: uuidv7(), n, task, clock, row: rowOfClock(clock, calendar) };
  });
  const write = (table: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return sql.execute(
      `INSERT INTO handle.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::handle.${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };
  const times = ({ row }: (typeof seeded)[number]) => ({ warn_at: row.warn_at, due_at: row.due_at });
  await write(
    '"case"',
    seeded.map((one) => ({
      region,
      id: one.id,
      number: `N${one.id}`,
      app: 'example',
      process: 'licence',
      version: 1,
      title: '许可申请',
      rev: 1,
      state: 'open',
      home: 'town',
      organisation: 'town',
      opened_by: 'system:flow',
      opened_at: one.clock.startedAt,
      simulated: true,
      variables: {},
      next_id: 9,
      last_seq: 3,
      search: [],
      ...times(one),
    })),
  );
  await write(
    'task',
    seeded.map((one) => ({
      region,
      case_id: one.id,
      id: one.task,
      n: 1,
      token: 1,
      element: 'review',
      name: '审查',
      kind: 'user',
      organisation: 'town',
      state: 'open',
      created_at: one.clock.startedAt,
      ...times(one),
    })),
  );
  await write(
    'clock',
    seeded.map(({ id, row }) => ({ region, case_id: id, ...row })),
  );
  await write(
    'clock_segment',
    seeded.map(({ id, clock }) => ({
      region,
      case_id: id,
      clock: 1,
      n: 1,
      state: 'running',
      from_at: clock.startedAt,
      by_actor: 'system:flow',
    })),
  );
  const timers = seeded.flatMap(({ id, row }) => [
    { case: id, id: 2, moment: 'warn', dueAt: row.warn_at ?? new Date(0) },
    { case: id, id: 3, moment: 'due', dueAt: row.due_at ?? new Date(0) },
  ]);
  await write(
    'timer',
    timers.map((one) => ({
      region,
      case_id: one.case,
      id: one.id,
      element: one.moment,
      token: 1,
      due_at: one.dueAt,
      clock: 1,
      moment: one.moment,
    })),
  );
  await enqueueAll(
    sql,
    timers.map((one) => ({
      region,
      queue: timerQueue,
      key: timerKey(one.case, one.id, one.dueAt),
      payload: { case: one.case, timer: one.id, dueAt: one.dueAt.toISOString() },
      runAt: one.dueAt,
    })),
  );
  return seeded;
}
