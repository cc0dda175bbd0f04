import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CaseDetail, CaseTask } from '@yiwang/contract';
import { signInAs, type Person } from './drive/person.ts';
import { photo } from './drive/photo.ts';
import { eventually, processesOf, startPlatform, type PlatformProcess } from './drive/platformProcess.ts';

const officer = '100001';
const verifier = '300001';

/** The open task of a step, once the case is there. */
function openTask(detail: CaseDetail, element: string): CaseTask | undefined {
  return detail.tasks.find((task) => task.element === element && task.state === 'open');
}

/** The case that the drill's rain leads to: the first one about a water level. */
function drillCase(person: Person): Promise<CaseDetail> {
  return eventually(
    'the case of the drill',
    async () => {
      const [first] = (await person.openCases()).filter((one) => one.app === 'water');
      return first === undefined ? undefined : person.caseOf(first);
    },
    40_000,
  );
}

test(
  'a platform that is killed at every step of the way loses nothing, doubles nothing and leaves no orphan',
  { timeout: 240_000 },
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-killed-'));
    let platform: PlatformProcess | undefined;
    t.after(async () => {
      await platform?.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const start = async (): Promise<PlatformProcess> => {
      platform = await startPlatform(folder, ['--drill-after', '1']);
      return platform;
    };
    /** Kills the process with -9 while `request` is under way, waits until the database is gone too, and starts again. */
    const killDuring = async (request: Promise<unknown>, afterMs: number): Promise<PlatformProcess> => {
      const settled = request.catch(() => undefined); // cut off, as intended
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await platform?.kill();
      await settled;
      await eventually(
        'no process is left',
        () => Promise.resolve(processesOf(folder).length === 0 ? true : undefined),
        5_000,
      );
      return start();
    };
    const as = (account: string): Promise<Person> => signInAs(platform?.address ?? '', account);

    await start();
    // 1. killed when the case has just begun
    const begun = await drillCase(await as(officer));
    await killDuring(Promise.resolve(), 0);
    const again = await drillCase(await as(officer));
    assert.equal(again.summary.id, begun.summary.id, 'one case, the same, after the restart');
    const reference = begun.summary;

    /** Sends one command, is killed while it is under way, sends the same command again: it happens once. */
    const step = async (
      who: string,
      element: string,
      afterMs: number,
      form: (detail: CaseDetail, person: Person) => Promise<Record<string, unknown>>,
    ) => {
      let person = await as(who);
      let detail = await person.caseOf(reference);
      const task = openTask(detail, element);
      assert.ok(
        task !== undefined,
        `${element} is open; open are ${detail.tasks
          .filter((one) => one.state === 'open')
          .map((one) => one.element)
          .join(', ')}`,
      );
      if (task.actions.includes('claim')) {
        const claim = randomUUID();
        await killDuring(person.claim(detail, task, claim), afterMs);
        person = await as(who);
        const repeated = await person.claim(detail, task, claim);
        assert.ok(repeated.ok, `claim ${element}: ${repeated.status} ${await repeated.clone().text()}`);
        detail = await person.caseOf(reference);
      }
      const answers = await form(detail, person);
      const command = randomUUID();
      await killDuring(person.complete(detail, task, answers, command), afterMs);
      person = await as(who);
      const repeated = await person.complete(detail, task, answers, command);
      assert.ok(repeated.ok, `complete ${element}: ${repeated.status} ${await repeated.clone().text()}`);
      const after = await person.caseOf(reference);
      assert.equal(after.tasks.filter((one) => one.id === task.id && one.state === 'done').length, 1);
    };

    // 2. dispatch, 3. the team, 4. another person verifies: each claim and each completion is killed at another moment
    let team = '';
    await step(officer, 'dispatch', 3, (detail) => {
      team = detail.proposals[0]?.organisation ?? '';
      return Promise.resolve({ team });
    });
    const member = String(200_000 + Number(/\.team(\d+)$/.exec(team)?.[1]));
    await step(member, 'handle', 8, async (detail, person) => ({
      photo: (await person.addPhoto(detail, photo())).hash,
      measure: 'pumped',
    }));
    await step(verifier, 'verify', 1, () => Promise.resolve({ outcome: 'pass' }));

    // 5. killed while it waits for the sign to come back into its band
    await killDuring(Promise.resolve(), 0);
    const person = await as(officer);
    const closed = await eventually(
      'closed by the sign itself',
      async () => {
        const detail = await person.caseOf(reference);
        return detail.summary.state === 'closed' ? detail : undefined;
      },
      90_000,
    );

    const steps = ['dispatch', 'handle', 'verify'].map(
      (element) => closed.tasks.filter((task) => task.element === element && task.state === 'done').length,
    );
    assert.deepEqual(steps, [1, 1, 1], 'each step was done once');
    assert.deepEqual(
      closed.events.map((event) => event.seq),
      closed.events.map((_, index) => index + 1),
      'no event is missing',
    );
    const entries = await eventually('every entry has its place and is verified', async () => {
      const list = await person.entriesOf(reference);
      return list.entries.length > 0 && list.entries.every((entry) => entry.verified) ? list.entries : undefined;
    });
    assert.equal(new Set(entries.map((entry) => entry.id)).size, entries.length);

    assert.equal(await platform?.stop(), 0);
    assert.deepEqual(processesOf(folder), []);
  },
);
