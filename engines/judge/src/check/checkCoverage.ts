import { evaluate } from '@yiwang/feel';
import type { DecisionTable, TableInput } from '../model.ts';
import type { Register } from '../register/register.ts';
import type { ModelProblem } from './checkModel.ts';
import { columnOfInput } from './columnOfInput.ts';
import { findGaps } from './findGaps.ts';
import { findRepresentatives, type Representative } from './representatives.ts';

/** Inputs that no rule takes, where a table is to give something for all; rules that nothing reaches, though no single rule takes all they would. */
export function checkCoverage(table: DecisionTable, register?: Register): ModelProblem[] {
  const columns: (readonly Representative[])[] = [];
  for (const [index, input] of table.inputs.entries()) {
    const cells = table.rules.flatMap(({ conditions }) => conditions[index] ?? []);
    const values = findRepresentatives(input, cells, declaredFor(input, register));
    if (values === undefined) return [notChecked(table, `“${input.label}”`)];
    columns.push(values);
  }
  const { gaps, unreached, whole } = findGaps(table, columns);
  const problems = whole ? [] : [notChecked(table, '')];
  if (isMeantForAll(table)) {
    const [first] = gaps;
    if (first !== undefined) {
      problems.push({
        kind: 'gap',
        severity: first.unusual ? 'note' : 'warning',
        message: { zh: `没有规则适用：${first.example.zh}`, en: `No rule applies: ${first.example.en}` },
        place: table.place,
      });
    }
  }
  for (const index of unreached) {
    const rule = table.rules[index];
    if (rule === undefined) continue;
    const message = {
      zh: `规则 ${rule.index} 永远用不到：没有能到达它的输入`,
      en: `Rule ${rule.index} is never used: nothing reaches it`,
    };
    problems.push({ kind: 'unreachable', severity: 'note', message, place: rule.place });
  }
  return problems;
}

/** A table with a default, or one that collects, means that nothing applies. */
function isMeantForAll({ hitPolicy, outputs }: DecisionTable): boolean {
  if (outputs.some(({ otherwise }) => otherwise !== undefined)) return false;
  return hitPolicy === 'UNIQUE' || hitPolicy === 'FIRST' || hitPolicy === 'ANY' || hitPolicy === 'PRIORITY';
}

/** All texts that may stand in a column: by the table itself, or by the register. */
function declaredFor(input: TableInput, register?: Register): readonly string[] | undefined {
  if (input.values?.root.kind === 'unaryTests') {
    const { values } = input;
    const texts = input.values.root.tests.map((root) => evaluate({ ...values, root }, new Map()).value);
    if (texts.every((text) => typeof text === 'string')) return texts;
  }
  const column = columnOfInput(input, register);
  return column?.type === 'string' ? column.values?.map(({ value }) => value) : undefined;
}

function notChecked(table: DecisionTable, what: string): ModelProblem {
  return {
    kind: 'notChecked',
    severity: 'note',
    message: {
      zh: what === '' ? '组合过多，未能逐一检查缺口' : `${what}列的单元格引用了其他名称，未检查缺口`,
      en:
        what === ''
          ? 'Too many combinations: gaps were not looked for'
          : `Cells of ${what} ask about other names: gaps were not looked for`,
    },
    place: table.place,
  };
}
