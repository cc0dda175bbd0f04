import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import type { Act, Actor, CaseCommand } from '../step/caseCommand.ts';
import type { CaseState } from '../step/caseState.ts';
import { registerDefinition } from './definitionStore.ts';
import { flow, lampPorts, lampStart, region } from '../test/lampTown.ts';
import { findCase } from './loadCase.ts';
import { handleMigrations } from '../migrations.ts';
import { randomProcess } from '../test/randomProcess.ts';
import { seeded } from '../test/seeded.ts';
import { readProcess } from '../model/readProcess.ts';
import { runCommand } from './runCommand.ts';
import { emptyCase } from '../step/emptyCase.ts';
import { startCase } from './startCase.ts';
import { step } from '../step/step.ts';

const people: readonly Actor[] = [100001, 100002, 100003].map((account) => ({
  actor: `account:${account}`,
  organisation: 'town',
  roles: ['fitter'],
}));

/** A command that may or may not fit the state: a task, timer or message of it, often; one that is gone, sometimes. */
function randomAct(state: CaseState, random: () => number): Act {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const task = pick(state.tasks)?.id ?? uuidv7();
  const open = pick(state.tasks.filter((one) => one.state === 'open'))?.id ?? task;
  const timer = pick(state.timers.filter((one) => one.dueAt !== null));
  const dice = random();
  if (dice < 0.4) return { do: 'complete', task: open, form: { go: random() < 0.5 } };
  if (dice < 0.5) return { do: 'claim', task: open };
  if (dice < 0.55) return { do: 'complete', task, form: {} };
  if (dice < 0.75 && timer?.dueAt) return { do: 'fireTimer', timer: timer.id, dueAt: timer.dueAt };
  if (dice < 0.85) return { do: 'correlate', message: 'go', variables: { told: Math.floor(random() * 10) } };
  if (dice < 0.89) return { do: 'suspendClock', task: open };
  if (dice < 0.93) return { do: 'resumeClock', task: open };
  if (dice < 0.96) return { do: 'setVariables', variables: { go: random() < 0.5 } };
  if (dice < 0.98) return { do: 'assign', task: open, organisation: 'town' };
  return random() < 0.2 ? { do: 'withdraw' } : { do: 'seeAgain' };
}

function checkInvariants(state: CaseState): void {
  const tokens = new Set(state.tokens.map((token) => token.id));
  const open = state.tasks.filter((task) => task.state === 'open');
  if (state.state === 'closed') {
    assert.deepEqual([state.tokens, state.timers, open], [[], [], []], 'a closed case waits for nothing');
  } else assert.ok(tokens.size > 0, 'an open case waits somewhere');
  for (const task of open) assert.ok(tokens.has(task.token), 'an open task has its token');
  for (const timer of state.timers) assert.ok(tokens.has(timer.token), 'a timer has its token');
  for (const clock of state.clocks) {
    const task = state.tasks.find((one) => one.id === clock.task);
    assert.equal(clock.state === 'stopped', task?.state !== 'open', 'a clock runs as long as its task is open');
    assert.ok(clock.segments.length > 0);
  }
}

suite('a case that is reloaded at every step', () => {
  test('is the same as one that never left memory, for random processes and commands', async (t) => {
    const db = await testDatabase(t, [ledgerMigrations, jobsMigrations, handleMigrations]);
    const { ports, clock } = lampPorts();
    let closed = 0;
    let refused = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed);
      const definition = readProcess(randomProcess(random), `random-${seed}.bpmn`);
      await registerDefinition(db, clock, 'random', definition);
      const start = lampStart({ app: 'random', process: definition.id, variables: { go: true } });
      const opened = await db.transaction((tx) => startCase(tx, ports, start));
      const load = async () => (await findCase(db, region, opened.case, { lock: false }))!.state;
      const begun = await load();
      const empty = emptyCase({ ...begun, number: opened.number });
      const command: CaseCommand = { by: flow, reason: null, act: { do: 'start', variables: { go: true } } };
      let memory = step(definition, empty, command, clock.now(), ports).state;
      for (let n = 0; n < 25; n += 1) {
        assert.deepEqual(await load(), memory, `seed ${seed}, step ${n}`);
        checkInvariants(memory);
        if (memory.state === 'closed') break;
        clock.advance(Math.floor(random() * 90) * 60_000);
        const act = randomAct(memory, random);
        const by = people[Math.floor(random() * people.length)]!;
        const inMemory = attempt(() => step(definition, memory, { by, reason: '因', act }, clock.now(), ports).state);
        const request = { region, case: opened.case, command: uuidv7(), by, reason: '因' };
        const stored = await db
          .transaction((tx) => runCommand(tx, ports, request, act))
          .then(() => null)
          .catch((error: unknown) => {
            if (!isFault(error)) throw error;
            return error.code;
          });
        assert.equal(stored, inMemory.code, `seed ${seed}, step ${n}, ${act.do}`);
        if (inMemory.code !== null) refused += 1;
        memory = inMemory.state ?? memory;
      }
      if (memory.state === 'closed') closed += 1;
      const events = await db.query<{ n: number; last: number }>(
        `SELECT count(*) AS n, max(seq) AS last FROM handle.event WHERE region = $1 AND case_id = $2`,
        [region, opened.case],
      );
      assert.deepEqual(events, [{ n: memory.lastSeq, last: memory.lastSeq }], 'events are numbered without gaps');
    }
    assert.ok(closed > 5 && refused > 20, `${closed} closed, ${refused} refused: the walk meets both`);
  });
});

function attempt(work: () => CaseState): { state?: CaseState; code: string | null } {
  try {
    return { state: work(), code: null };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { code: error.code };
  }
}
