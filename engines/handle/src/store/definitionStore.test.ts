import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { getDefinition, getLatest, registerDefinition } from './definitionStore.ts';
import { handleMigrations } from '../migrations.ts';
import type { FormField, ProcessDefinition } from '../model/processDefinition.ts';
import { readProcess } from '../model/readProcess.ts';
import { lamp } from '../test/lampProcess.ts';
import { lampPorts } from '../test/lampTown.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];
const remark: FormField = {
  key: 'remark',
  label: { zh: '备注', en: 'Remark' },
  type: 'textfield',
  required: true,
  maxLength: 20,
};

function withRemark(definition: ProcessDefinition): ProcessDefinition {
  const urge = definition.nodes.get('urge');
  assert.equal(urge?.kind, 'userTask');
  return { ...definition, nodes: new Map(definition.nodes).set('urge', { ...urge, fields: [remark] }) };
}

suite('a stored model', () => {
  test('keeps its version while nothing changes, and gets the next when the model or a form does', async (t) => {
    const db = await testDatabase(t, sets);
    const { clock } = lampPorts();
    const plain = readProcess(lamp, 'lamp.bpmn');
    const register = (definition: ProcessDefinition) => registerDefinition(db, clock, 'light', definition);
    assert.deepEqual(await Promise.all([register(plain), register(plain)]), [1, 1]);
    assert.equal(await register(plain), 1);
    assert.equal(await register(withRemark(plain)), 2);
    assert.equal(await register(readProcess(lamp.replace('P1D', 'P2D'), 'lamp.bpmn')), 3);
  });

  test('has the fields that a form beside it gave', async (t) => {
    const db = await testDatabase(t, sets);
    const { clock } = lampPorts();
    await registerDefinition(db, clock, 'light', withRemark(readProcess(lamp, 'lamp.bpmn')));
    const node = (await getDefinition(db, await getLatest(db, 'light', 'lamp'))).nodes.get('urge');
    assert.deepEqual(node?.kind === 'userTask' ? node.fields : undefined, [remark]);
  });
});
