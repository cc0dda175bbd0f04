import { typeText, type FeelValue, type Scope } from '@yiwang/feel';
import type { Relation } from '../../model.ts';
import { conform } from '../conform.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** A list of contexts; a cell of another type than its column's is null. */
export function evaluateRelation({ columns, rows, place }: Relation, scope: Scope, taking: Taking): FeelValue {
  return rows.map((row) => {
    const values = new Map<string, FeelValue>();
    for (const [index, column] of columns.entries()) {
      const cell = row[index];
      const value = cell === undefined ? null : conform(evaluateLogic(cell, scope, taking), column);
      const type = typeText(column.type);
      values.set(
        column.name,
        value === undefined
          ? nullWith(taking, 'resultType', `“${column.name}”不是 ${type}`, `“${column.name}” is no ${type}`, place)
          : value,
      );
    }
    return values;
  });
}
