import { createCalendar } from '@yiwang/calendar';
import { manualClock, uuidv7 } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import type { Actor } from '../step/caseCommand.ts';
import type { HandlePorts } from '../store/commandRequest.ts';
import { registerDefinition } from '../store/definitionStore.ts';
import { lamp } from './lampProcess.ts';
import { readProcess } from '../model/readProcess.ts';
import { startCase, type StartRequest } from '../store/startCase.ts';

const allDay = ['00:00-24:00'];

/** A fictional town in which every minute is worked, and lamps have 60 minutes. Its clock stands until it is moved. */
export function lampPorts() {
  const clock = manualClock('2026-11-22T01:00:00Z');
  const ports: HandlePorts = {
    clock,
    decide: () => ({
      outputs: { grade: 'Ⅲ', lead: 'town.light', team: 'town.light.t1', minutes: 60 },
      reason: { zh: '三级', en: 'grade III' },
      rules: ['r1'],
    }),
    calendar: createCalendar({
      id: 'always',
      version: '1',
      timeZone: 'Asia/Shanghai',
      hours: {
        monday: allDay,
        tuesday: allDay,
        wednesday: allDay,
        thursday: allDay,
        friday: allDay,
        saturday: allDay,
        sunday: allDay,
      },
      makeUpHours: allDay,
      holidays: [],
      makeUp: [],
      publishedUntil: '2099-12-31',
      source: 'made up',
    }),
  };
  return { clock, ports };
}

export const region = '990102';
export const flow: Actor = { actor: 'system:flow', organisation: 'town', roles: [] };

export function person(account: number, role: string, organisation = 'town.light.t1'): Actor {
  return { actor: `account:${account}`, organisation, roles: [role] };
}

export function lampStart(changes: Partial<StartRequest> = {}): StartRequest {
  return {
    region,
    command: uuidv7(),
    by: flow,
    app: 'light',
    process: 'lamp',
    title: '一号路灯不亮',
    organisation: 'town',
    variables: { lampId: 'L1' },
    simulated: true,
    ...changes,
  };
}

/** Registers the process and opens a case. */
export async function openLamp(db: Database, ports: HandlePorts, changes: Partial<StartRequest> = {}) {
  await registerDefinition(db, ports.clock, 'light', readProcess(lamp, 'lamp.bpmn'));
  return db.transaction((tx) => startCase(tx, ports, lampStart(changes)));
}
