import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { subscriptionsOf, type Act, type Actor, type FormField, type JsonObject, type Task } from '@yiwang/handle';
import { isFault } from '@yiwang/faults';
import { calendarOf } from '../calendarOf.ts';
import { checkApp, loadCity, openingsOf, type App } from '../index.ts';
import { decisionsOf } from '../runScenarios.ts';
import { passTo, rehearse, tell, type Rehearsal } from './rehearsal.ts';

const cities = path.resolve(import.meta.dirname, '../../../../cities');
const accounts = ['370001', '370002', '370003', '370004'];

/** Numbers from 0 to below `n`, the same ones for the same seed. */
function seeded(seed: number): (n: number) => number {
  let state = seed * 2_654_435_761;
  return (n) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

type Random = ReturnType<typeof seeded>;

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[random(list.length)];
}

/** A form filled in at random, but rightly; a photo is put with the case before. */
function filled(playing: Rehearsal, fields: readonly FormField[], task: Task | undefined, by: Actor, random: Random) {
  const form: Record<string, JsonObject[string]> = {};
  for (const { key, type, min = 0, max = 30, required, readonly, options = [] } of fields) {
    if (readonly === true || (!required && random(2) === 0)) continue;
    if (type === 'checkbox') form[key] = required || random(2) === 0;
    else if (type === 'number') form[key] = min + random(max - min + 1);
    else if (type === 'select') form[key] = pick(options, random)?.value ?? '';
    else if (type !== 'photo') form[key] = accounts.slice(0, 1 + random(accounts.length)).join(',');
    else if (task !== undefined) {
      const evidence = { task: task.id, hash: 'photo', type: 'image/png', size: 1, name: 'photo' };
      tell(playing, by, { do: 'addEvidence', evidence });
      form[key] = 'photo';
    }
  }
  return form;
}

/** Something that somebody may want to do now; most of it is to do the work. */
function someAct(playing: Rehearsal, app: App, random: Random): readonly [Actor, Act, string | null] {
  const { state, definition } = playing;
  const open = state.tasks.filter((task) => task.state === 'open');
  const task = pick(open, random);
  const by: Actor = {
    actor: task?.assignee ?? `account:${pick(accounts, random) ?? ''}`,
    organisation: task?.organisation ?? state.home,
    roles: task?.candidateRole === null || random(8) === 0 ? app.about.roles : [task?.candidateRole ?? ''],
  };
  const clock = pick(state.clocks, random)?.id ?? 0;
  const waits = subscriptionsOf(definition, state).filter(({ kind }) => kind === 'message');
  const message = pick(waits, random)?.name;
  if (message !== undefined && random(4) === 0)
    return [by, { do: 'correlate', message, variables: { rating: 'unsatisfied', signInBand: true } }, null];
  const adHoc = state.scopes.find(({ element, role }) => {
    const node = definition.nodes.get(element);
    return role === 'body' && node?.kind === 'subProcess' && node.variant === 'adHoc';
  });
  if (adHoc !== undefined && random(3) === 0) {
    const inside = [...definition.nodes.values()].filter(({ scope }) => scope === adHoc.element);
    return [by, { do: 'begin', scope: adHoc.id, element: pick(inside, random)?.id ?? '' }, null];
  }
  const reason = random(10) === 0 ? null : '理由';
  const odd: readonly Act[] = [
    { do: 'suspendClock', clock },
    { do: 'resumeClock', clock },
    { do: 'extend', clock, amount: 1 + random(3) },
    { do: 'decideExtension', request: pick(state.requests, random)?.id ?? 0, granted: random(2) === 0 },
    { do: 'urge' },
    { do: 'supervise' },
    { do: 'park' },
    { do: 'unpark' },
    { do: 'unpark' },
    ...(random(20) === 0 ? [{ do: 'withdraw' } as const] : []),
    { do: 'reopen' },
  ];
  if (task === undefined || random(3) === 0) return [by, pick(odd, random) ?? { do: 'urge' }, reason];
  const node = definition.nodes.get(task.element);
  const done = state.tasks.filter((one) => one.state === 'done');
  const onTask: readonly Act[] = [
    { do: 'claim', task: task.id },
    { do: 'release', task: task.id },
    { do: 'return', task: task.id, to: pick(done, random)?.element ?? '' },
    { do: 'addSigner', task: task.id, organisation: task.organisation },
    { do: 'transfer', task: task.id, organisation: 'ex.ops' },
    { do: 'assign', task: task.id, organisation: 'ex.ops' },
    { do: 'delegate', task: task.id, account: `account:${pick(accounts, random) ?? ''}` },
  ];
  if (random(4) === 0) return [by, pick(onTask, random) ?? { do: 'urge' }, reason];
  const fields = node?.kind === 'userTask' ? node.fields : [];
  return [by, { do: 'complete', task: task.id, form: filled(playing, fields, task, by, random) }, null];
}

/** What must hold of every case at every moment. */
function checkSound({ state, definition, calls }: Rehearsal, said: string): void {
  const open = state.tasks.filter((task) => task.state === 'open');
  const running = state.clocks.filter((clock) => clock.state !== 'stopped');
  const tokens = new Set(state.tokens.map(({ id }) => id));
  if (state.state === 'closed') {
    assert.deepEqual([open, running, state.timers], [[], [], []], `${said}: nothing is left when it is closed`);
    return;
  }
  for (const task of open) assert.ok(tokens.has(task.token), `${said}: ${task.element} has its token`);
  for (const timer of state.timers)
    assert.ok(timer.token === 0 || tokens.has(timer.token), `${said}: the timer of ${timer.element} has its token`);
  for (const clock of running)
    if (clock.task !== null)
      assert.ok(
        open.some(({ id }) => id === clock.task),
        `${said}: the clock of ${clock.element} has its task`,
      );
  if (state.parkedAt !== null)
    assert.ok(
      running.every((clock) => clock.state === 'suspended'),
      `${said}: parked`,
    );
  const awaits = subscriptionsOf(definition, state).length + open.length + calls.length + state.incidents.length;
  const adHoc = state.scopes.some(({ element }) => {
    const node = definition.nodes.get(element);
    return node?.kind === 'subProcess' && node.variant === 'adHoc';
  });
  assert.ok(awaits > 0 || adHoc || state.timers.length > 0, `${said}: it waits for something`);
}

/** People who want the case to come to its end: what is open is done, what is waited for comes, and time passes. */
function bringToEnd(playing: Rehearsal, app: App, random: Random): void {
  for (let step = 0; step < 600 && playing.state.state === 'open'; step += 1) {
    const { state, definition } = playing;
    const task = pick(
      state.tasks.filter((one) => one.state === 'open'),
      random,
    );
    const actor = task?.assignee ?? `account:${pick(accounts, random) ?? ''}`;
    const by: Actor = { actor, organisation: task?.organisation ?? state.home, roles: app.about.roles };
    const node = definition.nodes.get(task?.element ?? '');
    const message = subscriptionsOf(definition, state).find(({ kind }) => kind === 'message')?.name;
    const adHoc = state.scopes.find(({ element }) => {
      const one = definition.nodes.get(element);
      return one?.kind === 'subProcess' && one.variant === 'adHoc';
    });
    try {
      if (state.parkedAt !== null) tell(playing, by, { do: 'unpark' });
      else if (task !== undefined && node?.kind === 'userTask')
        tell(playing, by, { do: 'complete', task: task.id, form: filled(playing, node.fields, task, by, random) });
      else if (message !== undefined)
        tell(playing, by, { do: 'correlate', message, variables: { rating: 'satisfied', signInBand: true } });
      else if (adHoc !== undefined) {
        const inside = [...definition.nodes.values()].find(({ scope }) => scope === adHoc.element);
        tell(playing, by, { do: 'begin', scope: adHoc.id, element: inside?.id ?? '' });
      } else passTo(playing, new Date(playing.now.getTime() + 86_400_000));
    } catch (error) {
      assert.ok(isFault(error), String(error));
    }
  }
}

for (const city of ['example', 'hangzhou']) {
  const { city: known } = loadCity(path.join(cities, city));
  const apps = city === 'example' ? ['licence', 'hotline', 'street', 'consultation', 'inspection', 'rain'] : ['water'];
  for (const name of apps) {
    test(`whatever people do with cases of ${name}, they stay sound`, () => {
      const folder = path.join(cities, city, 'apps', name);
      const { app } = checkApp(folder, known);
      const calendar = calendarOf(folder, known);
      assert.ok(app !== undefined && calendar !== undefined);
      const ports = { calendar, decide: decisionsOf(app) };
      let closed = 0;
      for (const { value: definition } of app.processes) {
        const opening = openingsOf(app).find(({ process }) => process === definition.id);
        for (let seed = 1; seed <= 150; seed += 1) {
          const random = seeded(seed);
          const now = new Date(Date.UTC(2026, 2, 2 + random(200), 1));
          const given = { definition, ports, timeZone: calendar.timeZone, now };
          const playing = rehearse(given, { region: '990101', home: 'ex.service' });
          const by: Actor = { actor: 'account:370001', organisation: 'ex.service', roles: [...app.about.roles] };
          const sensed = { indicator: 'water-level', value: 0.1 + random(5) / 10, signInBand: random(2) === 0 };
          const variables = opening === undefined ? sensed : filled(playing, opening.fields, undefined, by, random);
          tell(playing, by, { do: 'start', variables });
          for (let step = 0; step < 60; step += 1) {
            const said = `${definition.id} seed ${seed} step ${step}`;
            const before = playing.state;
            try {
              if (random(5) === 0) passTo(playing, new Date(playing.now.getTime() + random(7 * 24 * 60) * 60_000));
              else tell(playing, ...someAct(playing, app, random));
            } catch (error) {
              assert.ok(isFault(error), `${said}: ${String(error)}`);
              assert.ok(error.code.startsWith('handle.'), `${said}: ${error.code}`);
              assert.ok(!['handle.stuck', 'handle.endless'].includes(error.code), `${said}: ${error.message}`);
            }
            if (before !== playing.state) checkSound(playing, said);
          }
          if (playing.state.state === 'closed') closed += 1;
          bringToEnd(playing, app, random);
          assert.equal(playing.state.state, 'closed', `${definition.id} seed ${seed} comes to its end`);
        }
      }
      assert.ok(closed > 5, `some cases come to their end: ${closed}`);
    });
  }
}
