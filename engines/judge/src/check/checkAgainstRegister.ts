import { findScaled, isExact, placeOf, type Expression, type FeelNode } from '@yiwang/feel';
import type { DecisionTable } from '../model.ts';
import type { Register, RegisterColumn } from '../register/register.ts';
import { labelParts } from '../thresholds/labelParts.ts';
import type { ModelProblem } from './checkModel.ts';
import { columnOfInput } from './columnOfInput.ts';

/** What a table says of a register's column that the register says otherwise: another unit, a number that the column never holds. */
export function checkAgainstRegister(table: DecisionTable, register?: Register): ModelProblem[] {
  return table.inputs.flatMap((input, index) => {
    const column = columnOfInput(input, register);
    if (column === undefined) return [];
    const cells = table.rules.flatMap(({ conditions }) => conditions[index] ?? []);
    return [...unitProblems(table, input.label, column), ...cells.flatMap((cell) => boundProblems(cell, column))];
  });
}

function unitProblems(table: DecisionTable, label: string, column: RegisterColumn): ModelProblem[] {
  const { unit, name } = labelParts(label);
  if (unit === '' || column.unit === undefined || unit === column.unit) return [];
  return [
    {
      kind: 'unit',
      severity: 'warning',
      message: {
        zh: `“${name.zh}”写的单位是 ${unit}，名录中是 ${column.unit}`,
        en: `“${name.en}” is said in ${unit}, and is in ${column.unit} in the register`,
      },
      place: table.place,
    },
  ];
}

function boundProblems(cell: Expression, column: RegisterColumn): ModelProblem[] {
  if (column.type !== 'number') return [];
  return numbersIn(cell.root).flatMap((node): ModelProblem[] => {
    const scaled = isExact(node.value) ? findScaled(node.value, column.decimals) : undefined;
    if (scaled === undefined || (scaled >= column.min && scaled <= column.max)) return [];
    const text = cell.text.slice(node.from, node.to);
    const [low, high] = [column.min, column.max].map((bound) => bound / 10 ** column.decimals);
    return [
      {
        kind: 'bounds',
        severity: 'warning',
        message: {
          zh: `${text} 超出“${column.label.zh}”的范围 ${low} 至 ${high}`,
          en: `${text} is outside of what “${column.label.en}” can be, ${low} to ${high}`,
        },
        place: placeOf(cell, node),
      },
    ];
  });
}

type Literal = FeelNode & { readonly kind: 'literal' };

function numbersIn(part: unknown): Literal[] {
  if (Array.isArray(part)) return part.flatMap(numbersIn);
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return [];
  if ('kind' in part && part.kind === 'literal' && 'value' in part) return [part as Literal];
  return Object.values(part).flatMap(numbersIn);
}
