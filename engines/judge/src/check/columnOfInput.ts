import type { TableInput } from '../model.ts';
import type { Register, RegisterColumn } from '../register/register.ts';

/** The register's column that a table's input is, where it is one as it stands: `firm.employees`. */
export function columnOfInput({ expression: { root } }: TableInput, register?: Register): RegisterColumn | undefined {
  if (register === undefined || root.kind !== 'path' || root.source.kind !== 'name') return undefined;
  if (root.source.name !== register.input) return undefined;
  return register.columns.find(({ name }) => name === root.name);
}
