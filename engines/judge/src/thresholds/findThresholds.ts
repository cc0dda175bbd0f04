import { exactOf, exactText, isExact, placeOf, type Expression, type FeelNode, type Place } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Decision, DecisionModel, Logic } from '../model.ts';
import type { Register } from '../register/register.ts';
import { labelParts } from './labelParts.ts';

/** A number in a rule that can be moved: a threshold of a cell or an expression, a rate, a cap. */
export interface Threshold {
  /** Stable within one document. */
  readonly id: string;
  readonly decision: string;
  readonly label: Bilingual;
  readonly unit: string;
  /** What it stands in, such as `>= 500`. */
  readonly text: string;
  /** Exact decimal text, as is what bounds a slider and by what it moves. */
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly place: Place;
  /** Everywhere that it stands: a bound that several rows of a table share moves in all of them, or they would overlap. */
  readonly at: readonly NumberAt[];
}

/** A number in an expression's text, by its offsets. */
export interface NumberAt {
  readonly expression: Expression;
  readonly from: number;
  readonly to: number;
}

/** As many as a screen has room for; a table of a thousand rows is edited as a table. */
const most = 60;

/** The numbers of a model's decisions, in the order in which the document has them. */
export function findThresholds(model: DecisionModel, register?: Register): readonly Threshold[] {
  return model.decisions.flatMap((decision) => inLogic(decision, decision.logic, '', register)).slice(0, most);
}

function inLogic(decision: Decision, logic: Logic, path: string, register: Register | undefined): Threshold[] {
  const within = (expression: Expression, key: string, label: Label): Threshold[] =>
    inExpression(decision, expression, `${path}${key}`, label, register);
  switch (logic.kind) {
    case 'literalExpression':
      return within(logic.expression, 'expression', { ...labelParts(decision.name), row: undefined });
    case 'decisionTable': {
      const cells = logic.inputs.flatMap((input, column) =>
        shared(
          logic.rules.flatMap((rule) => {
            const cell = rule.conditions[column];
            const key = `${input.id === '' ? column : input.id}`;
            return cell === undefined ? [] : within(cell, key, { ...labelParts(input.label), row: undefined });
          }),
        ),
      );
      const results = logic.rules.flatMap((rule) =>
        rule.results.flatMap((result, column) =>
          within(result, `${rule.id}.o${column}`, { ...labelParts(decision.name), row: rule.index }),
        ),
      );
      return [...cells, ...results];
    }
    case 'context': {
      const entries = logic.entries.flatMap((entry) =>
        inLogic(decision, entry.logic, `${path}${entry.name}/`, register),
      );
      return logic.result === undefined ? entries : [...entries, ...inLogic(decision, logic.result, path, register)];
    }
    case 'conditional':
      return [logic.condition, logic.consequent, logic.alternative].flatMap((part, index) =>
        inLogic(decision, part, `${path}${index}/`, register),
      );
    case 'invocation':
      return logic.bindings.flatMap(({ parameter, logic: given }) =>
        given === undefined ? [] : inLogic(decision, given, `${path}${parameter}/`, register),
      );
    case 'list':
    case 'relation':
    case 'function':
    case 'filter':
    case 'for':
    case 'quantified':
    case 'refused':
      return [];
  }
}

interface Label {
  readonly name: Bilingual;
  readonly unit: string;
  /** Of a table. */
  readonly row: number | undefined;
}

function inExpression(
  decision: Decision,
  expression: Expression,
  key: string,
  label: Label,
  register: Register | undefined,
): Threshold[] {
  return numbersIn(expression.root).map(({ node, within }, index): Threshold => {
    const value = expression.text.slice(node.from, node.to);
    const around = expression.text.slice(within.from, within.to);
    const column = columnIn(within, register);
    const isRate = within.kind === 'arithmetic' && (within.operator === '*' || within.operator === '/');
    const words = column?.label ?? label.name;
    const name = isRate
      ? {
          zh: `${words.zh} ${within.operator === '*' ? '×' : '÷'}`,
          en: `${words.en} ${within.operator === '*' ? '×' : '÷'}`,
        }
      : words;
    const unit = isRate ? '' : column === undefined ? label.unit : (column.unit ?? '');
    const row =
      label.row === undefined ? name : { zh: `${name.zh}（第 ${label.row} 行）`, en: `${name.en} (row ${label.row})` };
    return {
      id: `${decision.id}/${key}/${index}`,
      decision: decision.id,
      label: row,
      unit,
      text: around.length > 40 ? `${around.slice(0, 40)}…` : around,
      value,
      ...rangeOf(Number(value)),
      place: placeOf(expression, node),
      at: [{ expression, from: node.from, to: node.to }],
    };
  });
}

/** The same number in several cells of one column is one threshold. */
function shared(thresholds: readonly Threshold[]): Threshold[] {
  const byValue = Map.groupBy(thresholds, ({ value }) => Number(value));
  return [...byValue.values()].flatMap((same, index) => {
    const [first] = same;
    if (first === undefined) return [];
    const texts = [...new Set(same.map(({ text }) => text))].join(' · ');
    const id = first.id.replace(/\d+$/, String(index));
    return [{ ...first, id, text: texts, at: same.flatMap(({ at }) => at) }];
  });
}

interface FoundNumber {
  readonly node: FeelNode;
  /** The comparison or arithmetic that it stands in. */
  readonly within: FeelNode;
}

/** Numbers as they are written; how many decimals a result has, and the place of an item, are no thresholds. */
function numbersIn(node: FeelNode, within: FeelNode = node): FoundNumber[] {
  switch (node.kind) {
    case 'literal':
      return isExact(node.value) ? [{ node, within }] : [];
    case 'filter':
      return numbersIn(node.source, within);
    case 'call': {
      const name = node.callee.kind === 'name' ? node.callee.name : '';
      const given = node.positional ?? node.named?.map(({ value }) => value) ?? [];
      const kept = name === 'decimal' ? given.slice(0, 1) : name === 'min' || name === 'max' ? given : [];
      return kept.flatMap((part) => numbersIn(part, part.kind === 'literal' ? node : part));
    }
    case 'unaryTests':
      return node.tests.flatMap((test) => numbersIn(test, test));
    case 'compareTest':
      return numbersIn(node.operand, node);
    case 'range':
      return [node.low, node.high].flatMap((end) => (end === undefined ? [] : numbersIn(end, node)));
    case 'comparison':
    case 'arithmetic':
      return [node.left, node.right].flatMap((side) => numbersIn(side, node));
    case 'junction':
      return [node.left, node.right].flatMap((side) => numbersIn(side, side));
    case 'between':
      return [node.low, node.high].flatMap((end) => numbersIn(end, node));
    case 'if':
      return [node.condition, node.consequent, node.alternative].flatMap((part) => numbersIn(part, part));
    case 'in':
      return node.tests.flatMap((test) => numbersIn(test, node));
    case 'negation':
      return numbersIn(node.operand, within);
    case 'list':
      return node.items.flatMap((item) => numbersIn(item, within));
    case 'context':
    case 'name':
    case 'path':
    case 'for':
    case 'quantified':
    case 'function':
    case 'instanceOf':
    case 'tested':
      return [];
  }
}

/** The column that a comparison is about, where it is about one. */
function columnIn(node: FeelNode, register: Register | undefined) {
  if (register === undefined || node.kind === 'call') return undefined;
  const names = new Set(pathsIn(node));
  const [name, ...more] = names;
  return more.length > 0 ? undefined : register.columns.find((column) => column.name === name);
}

function pathsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(pathsIn);
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return [];
  if ('kind' in part && part.kind === 'path' && 'name' in part && typeof part.name === 'string') return [part.name];
  return Object.values(part).flatMap(pathsIn);
}

/** From nothing to four times the number, in steps of two digits. */
function rangeOf(value: number): { readonly min: string; readonly max: string; readonly step: string } {
  const text = (number: number): string => {
    const exact = exactOf(Number(number.toPrecision(12)));
    return exact === undefined ? '0' : exactText(exact);
  };
  if (value === 0) return { min: '0', max: '100', step: '1' };
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return { min: '0', max: text(Math.ceil((value * 4) / step) * step), step: text(step) };
}
