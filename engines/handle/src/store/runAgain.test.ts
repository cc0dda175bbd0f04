import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import type { CaseCommand } from '../step/caseCommand.ts';
import type { CaseState } from '../step/caseState.ts';
import { registerDefinition } from './definitionStore.ts';
import { flow, lampPorts, lampStart, region } from '../test/lampTown.ts';
import { findCase } from './loadCase.ts';
import { handleMigrations } from '../migrations.ts';
import { randomProcess } from '../test/randomProcess.ts';
import { checkInvariants, people, randomAct } from '../test/randomWalk.ts';
import { seeded } from '../test/seeded.ts';
import { readProcess } from '../model/readProcess.ts';
import { runCommand } from './runCommand.ts';
import { emptyCase } from '../step/emptyCase.ts';
import { startCase } from './startCase.ts';
import { step } from '../step/step.ts';

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
