import type { Calendar } from '@yiwang/calendar';
import type { Bilingual } from '@yiwang/messages';
import type { ClockCalendar } from '../clock/index.ts';
import type { JsonObject } from '../json.ts';

/** What a decision gave. Wired to `judge` by the server; it must be pure, for the reducer may run it again. */
export interface DecisionResult {
  readonly outputs: JsonObject;
  readonly reason: Bilingual;
  /** Ids of the rules that matched. */
  readonly rules: readonly string[];
}
export type DecisionPort = (decision: string, variables: JsonObject) => DecisionResult;

/** What of a calendar (@yiwang/calendar) clocks and counts of times need. */
export type WorkingTime = ClockCalendar & Pick<Calendar, 'workingMinutesBetween'>;

/** What the reducer may use beside its arguments; all of it pure. */
export interface StepPorts {
  readonly decide: DecisionPort;
  /** The calendar that holds now; each clock remembers its id. */
  readonly calendar: WorkingTime;
}
