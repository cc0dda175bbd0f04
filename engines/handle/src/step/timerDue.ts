import { minutesOf } from '../model/expression.ts';
import type { JsonObject } from '../json.ts';
import type { TimerRule } from '../model/processDefinition.ts';

/** The time zone that days and months of a duration are counted in; China has one. */
const zone = 'Asia/Shanghai';

/** When a timer goes off that was set at `from`; `clock` gives the times of the clock it may follow. */
export function timerDue(
  rule: TimerRule,
  from: Date,
  variables: JsonObject,
  element: string,
  clock: { readonly warnAt: Date | null; readonly dueAt: Date | null },
): Date | null {
  switch (rule.by) {
    case 'date':
      return rule.at;
    case 'minutes':
      return new Date(from.getTime() + minutesOf(rule.minutes, variables, element) * 60_000);
    case 'clock':
      return rule.moment === 'due' ? clock.dueAt : clock.warnAt;
    case 'duration': {
      const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
      return new Date(start.add(Temporal.Duration.from(rule.iso)).epochMilliseconds);
    }
  }
}
