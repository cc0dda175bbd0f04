import { createCalendar } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { handleMigrations, type HandlePorts } from '../src/index.ts';

/** What the processes of the harness agree on. */
export const region = '990102';
export const migrations = [ledgerMigrations, jobsMigrations, handleMigrations];
export const by = { actor: 'account:100001', organisation: 'town', roles: ['clerk'] };

/** Two tasks in turn, for ever; who takes longer than a moment over the first is noted, by a timer that goes off once. */
export const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:yiwang="https://yiwang.org/bpmn/1.0"><process id="turns" isExecutable="true">
  <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="a" />
  <userTask id="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="b" />
  <userTask id="b" /><sequenceFlow id="f3" sourceRef="b" targetRef="a" />
  <boundaryEvent id="slow" attachedToRef="a" cancelActivity="false">
    <timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></boundaryEvent>
  <sequenceFlow id="f4" sourceRef="slow" targetRef="note" />
  <scriptTask id="note" scriptFormat="feel" yiwang:result="late"><script>late + 1</script></scriptTask>
  <sequenceFlow id="f5" sourceRef="note" targetRef="noted" /><endEvent id="noted" /></process></definitions>`;

/** A command on its way to a server. */
export interface Sent {
  readonly n: number;
  readonly case: string;
  readonly command: string;
  readonly task: string;
}

export type Told = { readonly do: 'turn'; readonly sent: Sent } | { readonly do: 'clock'; readonly offset: number };

export type Answered =
  | { readonly n: number; readonly rev: number; readonly lastSeq: number }
  | { readonly n: number; readonly fault: string }
  | { readonly ready: true };

const day = ['00:00-24:00'];
const hours = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
const calendar = createCalendar({
  id: 'always',
  version: '1',
  timeZone: 'Asia/Shanghai',
  hours,
  makeUpHours: day,
  holidays: [],
  makeUp: [],
  publishedUntil: '2099-12-31',
  source: 'made up',
});

export function portsWith(clock: Clock): HandlePorts {
  return { clock, calendar, decide: () => ({ outputs: {}, reason: { zh: '', en: '' }, rules: [] }) };
}
