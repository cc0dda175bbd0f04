import { exactOf } from '../values/exact.ts';
import { equalValues } from '../values/compareValues.ts';
import { dateOf } from '../values/farYear.ts';
import { valueText } from '../values/valueText.ts';
import { isTagged, kindOf, type FeelValue } from '../values/value.ts';
import type { Definition, Definitions } from './builtin.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ofDay = (body: (day: Temporal.PlainDate) => FeelValue | undefined): Definition => [
  [['date']],
  ([value = null]) => {
    if (!isTagged(value)) return undefined;
    if (value.kind === 'date') return body(value.plain);
    return value.kind === 'date and time' ? body(value.plain.toPlainDate()) : undefined;
  },
];

export const temporalFunctions: Definitions = {
  'day of year': ofDay((day) => exactOf(day.dayOfYear)),
  'day of week': ofDay((day) => weekdays[day.dayOfWeek - 1]),
  'month of year': ofDay((day) => months[day.month - 1]),
  'week of year': ofDay((day) => (day.weekOfYear === undefined ? undefined : exactOf(day.weekOfYear))),
  now: [[[]], (_, run) => run.now],
  today: [[[]], (_, run) => (run.now === undefined ? undefined : dateOf(run.now))],
  /** The same kind and the same value, and for times the same zone as it was written. */
  is: [
    [['value1?', 'value2?']],
    ([a = null, b = null]) => {
      if (kindOf(a) !== kindOf(b)) return false;
      if (isTagged(a) && isTagged(b) && 'zone' in a && 'zone' in b) {
        return valueText(a) === valueText(b);
      }
      return equalValues(a, b) === true;
    },
  ],
};
