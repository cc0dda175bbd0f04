import type { FormField, TaskCommand } from '@yiwang/contract';

/** What was filled in, as the contract wants it; what was left empty is not sent. */
export function formValues(fields: readonly FormField[], filled: FormData): NonNullable<TaskCommand['form']> {
  const values: NonNullable<TaskCommand['form']> = {};
  for (const field of fields) {
    if (field.shown !== undefined) continue;
    const value = filled.get(field.key);
    if (field.type === 'checkbox') values[field.key] = value !== null;
    else if (typeof value === 'string' && value !== '')
      values[field.key] = field.type === 'number' ? Number(value) : value;
  }
  return values;
}
