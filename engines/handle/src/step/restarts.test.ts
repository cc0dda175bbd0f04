import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { readProcess } from '../model/readProcess.ts';
import { flow, lampPorts, region } from '../test/lampTown.ts';
import { randomProcess } from '../test/randomProcess.ts';
import { checkInvariants, people, randomAct } from '../test/randomWalk.ts';
import { seeded } from '../test/seeded.ts';
import type { CaseCommand } from './caseCommand.ts';
import type { CaseState } from './caseState.ts';
import { emptyCase } from './emptyCase.ts';
import { step } from './step.ts';

/** A seeded sample; 10,000 processes with YIWANG_SOAK=1, in some minutes. */
const soak = process.env['YIWANG_SOAK'] === '1';
const processes = soak ? 10_000 : 250;
const mostSteps = 40;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The state as another process would have it, which read what this one wrote. */
function readBack(state: CaseState): CaseState {
  const revive = (_: string, value: unknown) =>
    typeof value === 'string' && instant.test(value) ? new Date(value) : value;
  return JSON.parse(JSON.stringify(state), revive) as CaseState;
}

test(
  'a case that is written and read back at every step goes the same way, for random processes and commands',
  { timeout: soak ? Infinity : 60_000 },
  (t) => {
    let [steps, refused, closed] = [0, 0, 0];
    for (let seed = 1; seed <= processes; seed += 1) {
      const random = seeded(seed);
      const xml = randomProcess(random);
      const definition = readProcess(xml, `random-${seed}.bpmn`);
      const again = readProcess(xml, `random-${seed}.bpmn`);
      const { clock, ports } = lampPorts();
      const empty = emptyCase({ region, id: '0', number: '1', title: '灯', home: 'town', openedAt: clock.now() });
      const take = (by: typeof definition, state: CaseState, command: CaseCommand) => {
        try {
          return { ...step(by, state, command, clock.now(), ports), code: null };
        } catch (error) {
          assert.ok(isFault(error), `seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
          return { state, code: error.code };
        }
      };
      const start = { do: 'start', variables: { go: random() < 0.5 } } as const;
      let { state } = take(definition, empty, { by: flow, reason: null, act: start });
      for (let n = 0; n < mostSteps; n += 1) {
        const seen = state;
        assert.doesNotThrow(() => checkInvariants(seen), `seed ${seed}, step ${n}`);
        if (state.state === 'closed') break;
        clock.advance(Math.floor(random() * 90) * 60_000);
        const by = people[Math.floor(random() * people.length)] ?? flow;
        const command = { by, reason: '因', act: randomAct(state, random) };
        const stayed = take(definition, state, command);
        assert.deepEqual(take(again, readBack(state), command), stayed, `seed ${seed}, step ${n}, ${command.act.do}`);
        if (stayed.code !== null) refused += 1;
        state = stayed.state;
        steps += 1;
      }
      if (state.state === 'closed') closed += 1;
    }
    t.diagnostic(`${processes} processes, ${steps} steps, ${refused} refused, ${closed} closed`);
    assert.ok(closed > processes / 10 && refused > processes / 2, `${closed} closed, ${refused} refused`);
  },
);
