import { faults } from '../faults.ts';
import { minutesOf, type Expression } from '../model/expression.ts';
import { isDuration, isInstant } from '../model/readTimer.ts';
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
      return new Date(textOf(rule.at, variables, element, isInstant));
    case 'minutes':
      return new Date(from.getTime() + minutesOf(rule.minutes, variables, element) * 60_000);
    case 'clock':
      return rule.moment === 'due' ? clock.dueAt : clock.warnAt;
    case 'duration':
      return later(from, textOf(rule.duration, variables, element, isDuration));
    case 'cycle':
      return later(from, rule.iso);
  }
}

/** @throws handle.expressionFailed */
function textOf(
  expression: Expression,
  variables: JsonObject,
  element: string,
  fits: (text: string) => boolean,
): string {
  const value = expression.evaluate(variables);
  if (typeof value === 'string' && fits(value)) return value;
  const got = JSON.stringify(value).slice(0, 100);
  const wanted = { zh: 'ISO 8601 的时长或带时区的时刻', en: 'an ISO 8601 duration, or an instant with its offset' };
  throw faults.expressionFailed({ element, text: expression.text, got, wanted: wanted.en, wantedZh: wanted.zh });
}

function later(from: Date, iso: string): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  return new Date(start.add(Temporal.Duration.from(iso)).epochMilliseconds);
}
