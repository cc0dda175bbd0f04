import type { CorrectionRequest } from '@yiwang/contract';
import type { StatementRow, TaskRow } from './rows.ts';

export type Fields = NonNullable<CorrectionRequest['fields']>;

/** The fields that a person may put right, as they stand. */
export function fieldsOf(row: StatementRow | TaskRow): Fields {
  if (row.is === 'task') return { verb: row.of.verb, object: row.of.object, period: row.of.period };
  const { kind, metric, value, unit, comparator, change, period } = row.of;
  return { kind, metric, value, unit, comparator, change, period };
}

/** One number, several with spaces between, or null for none; undefined where it is neither. */
export function figureOf(text: string): Fields['value'] | undefined {
  const parts = text
    .trim()
    .split(/[\s:：∶→]+/u)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace('−', '-')));
  if (parts.some((part) => !Number.isFinite(part))) return undefined;
  return parts.length > 1 ? parts : (parts[0] ?? null);
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value);

export const comparators = ['eq', 'ge', 'gt', 'le', 'lt', 'approx'] as const;
export const changes = [
  'level',
  'increase',
  'decrease',
  'growth_rate',
  'cumulative',
  'rank',
  'share',
  'ratio',
] as const;

/** What the form holds that is not what stands; undefined where the value is no number. */
export function changedFields(row: StatementRow | TaskRow, form: FormData): Fields | undefined {
  const period = text(form, 'period') === '' ? null : text(form, 'period').replace(/[–—至]/u, '-');
  const value = figureOf(text(form, 'value'));
  if (row.is === 'statement' && value === undefined) return undefined;
  const put: Fields =
    row.is === 'task'
      ? { verb: text(form, 'verb'), object: text(form, 'object'), period }
      : {
          kind: oneOf(['fact', 'target'], text(form, 'kind')) ?? row.of.kind,
          metric: text(form, 'metric'),
          value: value ?? null,
          unit: text(form, 'unit'),
          comparator: oneOf(comparators, text(form, 'comparator')) ?? row.of.comparator,
          change: oneOf(changes, text(form, 'change')) ?? row.of.change,
          period,
        };
  const old = new Map<string, unknown>(Object.entries(fieldsOf(row)));
  return Object.fromEntries(
    Object.entries(put).filter(([name, now]) => JSON.stringify(now) !== JSON.stringify(old.get(name))),
  );
}
