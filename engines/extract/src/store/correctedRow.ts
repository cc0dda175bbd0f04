import type { Statement, Task } from '../reading.ts';
import { siOf } from '../tokens/units.ts';
import { statementFields, taskFields, type CorrectedFields } from './correction.ts';

type Field = keyof CorrectedFields;

function only(fields: CorrectedFields, names: readonly Field[]): CorrectedFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.some((one) => one === name)));
}

/** A statement with a person's fields; a new value or unit brings its value without the multiple. */
export function correctedStatement(statement: Statement, fields: CorrectedFields): Statement {
  const changed: Statement = { ...statement, ...only(fields, statementFields) };
  if (fields.value === undefined && fields.unit === undefined) return changed;
  const { valueSi, unitSi } = siOf(changed.value, changed.unit);
  if (fields.value === undefined) return { ...changed, valueSi, unitSi };
  // What the machine read of the old value's parts says nothing about the new one.
  const { from: _from, to: _to, range: _range, reference: _reference, ...rest } = changed;
  return { ...rest, valueSi, unitSi };
}

export function correctedTask(task: Task, fields: CorrectedFields): Task {
  return { ...task, ...only(fields, taskFields) };
}
