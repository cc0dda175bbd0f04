import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { claimTask, correlate, setVariables } from '../store/commands.ts';
import { getCase } from '../store/getCase.ts';
import { lampPorts, openLamp, person, region } from '../test/lampTown.ts';
import { describeHistory, verifyHistory } from './verifyHistory.ts';

test('an event that was changed, removed, added or swapped is named, with what of it is not as it was', async (t) => {
  const db = await testDatabase(t, [ledgerMigrations, jobsMigrations, handleMigrations]);
  const { ports } = lampPorts();
  const by = person(100_031, 'fitter');
  const open = async (dedupKey: string): Promise<string> => {
    const { case: id } = await openLamp(db, ports, { dedupKey });
    const task = (await getCase(db, ports, region, id)).state.tasks[0]?.id ?? '';
    const request = () => ({ region, case: id, command: uuidv7(), by });
    await db.transaction((tx) => claimTask(tx, ports, { ...request(), task, reason: '就近' }));
    await db.transaction((tx) => setVariables(tx, ports, { ...request(), variables: { a: 0.1, 灯: '坏' } }));
    await db.transaction((tx) => correlate(tx, ports, { ...request(), message: 'seen', variables: {} }));
    return id;
  };
  const id = await open('one');
  await open('two');
  const good = await verifyHistory(db, region);
  assert.deepEqual([good.cases, good.findings], [2, []]);
  assert.ok(good.events > 10);
  const rows = await db.query<{ seq: number; kind: string }>(
    `SELECT seq, kind FROM handle.event WHERE case_id = $1 ORDER BY seq`,
    [id],
  );
  const seqOf = (kind: string): number => rows.find((row) => row.kind === kind)?.seq ?? 0;
  const [claimed, set, heard, moved] = ['task.claimed', 'variables.set', 'message.received', 'token.moved'].map(seqOf);
  const event = `handle.event SET`;
  const where = `WHERE region = $1 AND case_id = $2 AND seq = $3`;
  const tampering: readonly (readonly [string, number | undefined, readonly string[]])[] = [
    [`UPDATE ${event} actor = 'account:100099' ${where}`, claimed, ['changed actor']],
    [`UPDATE ${event} reason = NULL ${where}`, claimed, ['changed reason']],
    [`UPDATE ${event} data = jsonb_set(data, '{variables,灯}', '"好"') ${where}`, set, ['changed data']],
    [`UPDATE ${event} kind = 'task.released' ${where}`, claimed, ['changed kind']],
    [`DELETE FROM handle.event ${where}`, heard, ['removed ']],
    [`DELETE FROM handle.event ${where}`, moved, ['gap ']],
    [
      `INSERT INTO handle.event SELECT region, case_id, 99, at, 'case.urged', element, actor, reason, data FROM handle.event ${where}`,
      claimed,
      ['added '],
    ],
  ];
  await db.execute('CREATE TABLE public.kept AS SELECT * FROM handle.event');
  for (const [statement, seq, wanted] of tampering) {
    await db.execute(statement, [region, id, seq]);
    const { findings } = await verifyHistory(db, region);
    // an event with a number far behind leaves a gap before it too
    const of = findings.filter((one) => one.kind !== 'gap' || seq === moved);
    assert.deepEqual(
      of.map(({ kind, fields }) => `${kind} ${fields.join(',')}`),
      wanted,
      statement,
    );
    assert.ok(of.every((one) => one.case === id && describeHistory(one).zh.includes(one.number)));
    await db.execute('DELETE FROM handle.event');
    await db.execute('INSERT INTO handle.event SELECT * FROM public.kept');
  }
});
