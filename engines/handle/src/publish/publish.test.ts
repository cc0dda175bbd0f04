import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations } from '@yiwang/jobs';
import { findEntries, ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { readProcess } from '../model/readProcess.ts';
import { startCase } from '../store/startCase.ts';
import { lamp } from '../test/lampProcess.ts';
import { lampPorts, lampStart, region } from '../test/lampTown.ts';
import { compareModels } from './compareModels.ts';
import { dropDraft, findDraft, keepDraft } from './drafts.ts';
import { findModelVersions, getModel } from './findModels.ts';
import { publishModel } from './publishModel.ts';
import { registerFromFolder } from './registerFromFolder.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];
const old = readProcess(lamp, 'lamp.bpmn');
const changed = readProcess(lamp.replace('name="处置"', 'name="修灯"'), 'lamp.bpmn');
const actor = 'account:600001';

async function town(t: TestContext) {
  const db = await testDatabase(t, sets);
  const { clock, ports } = lampPorts();
  await registerFromFolder(db, clock, 'light', old);
  const publish = (base: number, definition = changed, command = uuidv7()) =>
    db.transaction((tx) =>
      publishModel(tx, clock, { region, app: 'light', base, definition, command, actor, reason: '改名' }),
    );
  return { db, clock, ports, publish };
}

suite('publishing a model', () => {
  test('gives new cases the new version, leaves the others on theirs, and stands in the book', async (t) => {
    const { db, ports, publish } = await town(t);
    await db.transaction((tx) => startCase(tx, ports, lampStart()));
    assert.equal(await publish(1), 2);
    await db.transaction((tx) => startCase(tx, ports, lampStart({ variables: { lampId: 'L2' } })));
    const versions = await findModelVersions(db, { app: 'light', process: 'lamp' });
    assert.deepEqual(
      versions.map(({ version, open, by, reason }) => [version, open, by, reason]),
      [
        [2, 1, actor, '改名'],
        [1, 1, null, null],
      ],
    );
    const [entry] = await findEntries(db, { region, subject: 'process:light/lamp' });
    assert.equal(entry?.kind, 'process.published');
  });

  test('sent twice is done once, and under the same id for another process it is refused', async (t) => {
    const { publish } = await town(t);
    const command = uuidv7();
    assert.equal(await publish(1, changed, command), 2);
    assert.equal(await publish(1, changed, command), 2);
    const other = readProcess(lamp.replace('id="lamp"', 'id="bulb"'), 'bulb.bpmn');
    await assert.rejects(publish(1, other, command), (error) => isFault(error, 'handle.commandReused'));
  });

  test('is refused where nothing differs, and where another version came meanwhile', async (t) => {
    const { publish } = await town(t);
    await assert.rejects(publish(1, old), (error) => isFault(error, 'handle.sameModel'));
    await publish(1);
    await assert.rejects(publish(1, old), (error) => isFault(error, 'handle.modelMoved'));
  });

  test('of two at the same time one wins, and the other is told', async (t) => {
    const { publish } = await town(t);
    const another = readProcess(lamp.replace('name="处置"', 'name="换灯"'), 'lamp.bpmn');
    const results = await Promise.allSettled([publish(1), publish(1, another)]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });

  test('outlives a restart with the folder as it was; a folder that changed gives the next version', async (t) => {
    const { db, clock, publish } = await town(t);
    await publish(1);
    assert.equal(await registerFromFolder(db, clock, 'light', old), 2);
    const folder = readProcess(lamp.replace('name="核查"', 'name="验收"'), 'lamp.bpmn');
    assert.equal(await registerFromFolder(db, clock, 'light', folder), 3);
    assert.equal(await registerFromFolder(db, clock, 'light', folder), 3);
    assert.equal((await getModel(db, 'light', 'lamp')).xml, folder.xml);
  });
});

suite('a draft', () => {
  const draft = { app: 'light', process: 'lamp', base: 1, actor };

  test('is kept apart from the versions, and goes when it is published', async (t) => {
    const { db, clock, publish } = await town(t);
    assert.equal(await keepDraft(db, clock, { ...draft, rev: 0, xml: '<a/>' }), 1);
    assert.equal(await keepDraft(db, clock, { ...draft, rev: 1, xml: '<b/>' }), 2);
    assert.deepEqual(await findDraft(db, 'light', 'lamp'), {
      base: 1,
      rev: 2,
      xml: '<b/>',
      by: actor,
      at: clock.now(),
    });
    assert.equal((await getModel(db, 'light', 'lamp')).version, 1);
    await publish(1);
    assert.equal(await findDraft(db, 'light', 'lamp'), undefined);
    await dropDraft(db, 'light', 'lamp');
  });

  test('is not saved over what somebody else saved meanwhile', async (t) => {
    const { db, clock } = await town(t);
    await keepDraft(db, clock, { ...draft, rev: 0, xml: '<a/>' });
    const late = [
      keepDraft(db, clock, { ...draft, rev: 0, xml: '<b/>' }),
      keepDraft(db, clock, { ...draft, rev: 7, xml: '<b/>' }),
    ];
    for (const one of late) await assert.rejects(one, (error) => isFault(error, 'handle.draftMoved'));
    assert.equal((await findDraft(db, 'light', 'lamp'))?.xml, '<a/>');
  });
});

suite('the difference of two versions', () => {
  test('names what was added, removed and changed, and how', () => {
    const next = lamp
      .replace('<bpmn:userTask id="urge" name="督办"', '<bpmn:userTask id="callOwner" name="督办"')
      .replace('targetRef="urge"', 'targetRef="callOwner"')
      .replace('sourceRef="urge"', 'sourceRef="callOwner"')
      .replace('name="处置" yiwang:candidateRole="fitter"', 'name="处置" yiwang:candidateRole="electrician"');
    const { added, removed, changed: differs } = compareModels(lamp, next, 'lamp.bpmn');
    assert.deepEqual(
      added.map(({ id }) => id),
      ['callOwner'],
    );
    assert.deepEqual(removed, [{ id: 'urge', kind: 'userTask', name: '督办' }]);
    assert.deepEqual(
      differs.map(({ id, changes }) => [id, changes.map(({ what, before, after }) => `${what}: ${before} → ${after}`)]),
      [
        ['handle', ['yiwang:candidateRole: fitter → electrician']],
        ['f4', ['targetRef: urge → callOwner']],
        ['f5', ['sourceRef: urge → callOwner']],
      ],
    );
  });

  test('is none where only the drawing or the order of flows is another', () => {
    const drawn = lamp.replace(
      '</bpmn:definitions>',
      '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="x" /></bpmn:definitions>',
    );
    assert.deepEqual(compareModels(lamp, drawn, 'lamp.bpmn'), { added: [], removed: [], changed: [] });
  });

  test('tells a condition and a timer by their texts', () => {
    const one = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
      <sequenceFlow id="f"><conditionExpression id="c1">a = 1</conditionExpression></sequenceFlow>
      <boundaryEvent id="b"><timerEventDefinition id="t1"><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent></process></definitions>`;
    const two = one.replace('a = 1', 'a = 2').replace('PT1H', 'PT2H').replace('t1', 't2').replace('c1', 'c2');
    assert.deepEqual(
      compareModels(one, two, 'p.bpmn').changed.flatMap(({ id, changes }) =>
        changes.map(({ before, after }) => [id, before, after]),
      ),
      [
        ['f', 'a = 1', 'a = 2'],
        ['b', 'timeDuration(PT1H)', 'timeDuration(PT2H)'],
      ],
    );
  });
});
