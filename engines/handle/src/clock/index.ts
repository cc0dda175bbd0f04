export {
  clockUnits,
  countsDays,
  extendedBy,
  totalOf,
  type ClockAct,
  type ClockCalendar,
  type ClockSegment,
  type ClockUnit,
  type Extension,
  type LegalClock,
  type Raised,
} from './legalClock.ts';
export { startClock, warnShare, type NewClock } from './startClock.ts';
export { suspendClock } from './suspendClock.ts';
export { resumeClock } from './resumeClock.ts';
export { stopClock } from './stopClock.ts';
export { checkExtension, extendClock } from './extendClock.ts';
export { dueTimes, type DueTimes } from './dueTimes.ts';
export { momentUsed } from './momentUsed.ts';
export { used } from './used.ts';
export { clockLight } from './clockLight.ts';
export { escalationsToCome, nameOfStep, raise, type Escalation, type EscalationStep } from './escalations.ts';
export { clockColumns, clockOfRow, rowOfClock, segmentColumns, type ClockRow, type KeptClock } from './clockRow.ts';
export { caseTimes } from './caseTimes.ts';
export { reprojectClocks, reprojectHandler, reprojectQueue } from './reprojectClocks.ts';
