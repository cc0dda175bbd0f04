import { isExact, typeText, type FeelContext, type FeelType } from '@yiwang/feel';
import { faults } from '../faults.ts';
import type { Decision, DecisionModel, InputData, ItemDefinition } from '../model.ts';
import type { Register, RegisterColumn } from '../register/register.ts';
import { conditionOf, refusal, type Lowering } from './lowering.ts';
import { alwaysHolds } from './alwaysHolds.ts';
import { any } from './conditions.ts';
import type { Condition, Formula, Quantity } from './formula.ts';
import { unknownOf } from './lowerComparison.ts';
import { functionTerm, lowerLogic } from './lowerLogic.ts';
import { constant, exactConstant } from './quantities.ts';
import { lowerNode, textOf } from './lowerNode.ts';
import { columnTerm, constantTerm, type Term } from './term.ts';

export interface LowerOptions {
  /** Input data that is the same for every row, such as the day as of which is asked. */
  readonly constants?: FeelContext;
}

/**
 * A decision as a formula over one row of a register: the decisions it requires are written into it, and what does not depend on the row is
 * worked out. It means for every row what `decide` gives.
 * @throws judge.notColumnar with file, line and column of what can't be said; judge.unknownDecision
 */
export function lowerDecision(
  model: DecisionModel,
  decisionId: string,
  register: Register,
  options: LowerOptions = {},
): Formula {
  const { decision, term } = lowerTerm(model, decisionId, register, options);
  if (term.sort === 'condition') return term.condition;
  if (term.sort === 'number') return term.quantity;
  if (term.sort === 'text') return term.choice;
  if (term.sort === 'constant') {
    const { value } = term;
    if (typeof value === 'boolean' || (value === null && decision.type === 'boolean')) return { kind: 'truth', value };
    return typeof value === 'string' ? textOf(term) : constantFormula(decision, term);
  }
  throw refusal(
    decision.place,
    `“${decision.name}”给出的是 ${term.sort}`,
    `“${decision.name}” gives a ${term.sort}`,
    '结果应是是否、数或文本。',
    'The result should be a boolean, a number or a text.',
  );
}

/** The boolean decision that says who is matched. @throws judge.notColumnar where it gives anything else */
export function lowerCondition(
  model: DecisionModel,
  decisionId: string,
  register: Register,
  options: LowerOptions = {},
): Condition {
  const { decision, term } = lowerTerm(model, decisionId, register, options);
  if (term.sort === 'condition') return term.condition;
  if (term.sort === 'constant' && (term.value === null || typeof term.value === 'boolean')) {
    return { kind: 'truth', value: term.value };
  }
  throw refusal(decision.place, `“${decision.name}”不是是否`, `“${decision.name}” is no boolean`);
}

/** The decision that gives a number. @throws judge.notColumnar where it gives anything else */
export function lowerQuantity(
  model: DecisionModel,
  decisionId: string,
  register: Register,
  options: LowerOptions = {},
): Quantity {
  const { decision, term } = lowerTerm(model, decisionId, register, options);
  if (term.sort === 'number') return term.quantity;
  if (term.sort === 'constant') return constantFormula(decision, term);
  throw refusal(decision.place, `“${decision.name}”不是数`, `“${decision.name}” is no number`);
}

function constantFormula(decision: Decision, term: Term & { readonly sort: 'constant' }): Quantity {
  const { value } = term;
  const quantity = value === null ? constant(null, 0) : isExact(value) ? exactConstant(value) : undefined;
  if (quantity !== undefined) return quantity;
  throw refusal(decision.place, `“${decision.name}”不是数`, `“${decision.name}” is no number`);
}

function lowerTerm(
  model: DecisionModel,
  decisionId: string,
  register: Register,
  { constants = new Map() }: LowerOptions,
): { readonly decision: Decision; readonly term: Term } {
  const wanted = model.decisions.find(({ id, name }) => id === decisionId || name === decisionId);
  if (wanted === undefined) {
    throw faults.unknownDecision({ file: model.file, id: decisionId, suggestionZh: '', suggestionEn: '' });
  }
  const columns = new Map<string, RegisterColumn>(register.columns.map((column) => [column.name, column]));
  const region = { zh: '行政区划', en: 'Region' };
  columns.set('region', { name: 'region', label: region, type: 'string' });
  const lowering: Lowering = { register, columns, steps: 0 };
  const needed = neededFor(model, wanted);
  const terms = new Map<string, Term>();
  for (const input of model.inputs) {
    if (!needed.some(({ requiredInputs }) => requiredInputs.includes(input.id))) continue;
    const given = constants.get(input.name);
    if (input.name === register.input) {
      checkRow(lowering, input);
      terms.set(input.name, { sort: 'row' });
    } else if (given === undefined) {
      throw refusal(
        input.place,
        `输入“${input.name}”既不是名录“${register.name.zh}”的一行，也没有给定`,
        `the input “${input.name}” is neither a row of “${register.name.en}” nor given`,
        `请把输入命名为“${register.input}”，或给出其值。`,
        `Name the input “${register.input}”, or give its value.`,
      );
    } else terms.set(input.name, constantTerm(given));
  }
  for (const knowledge of model.knowledge) {
    if (knowledge.logic.kind === 'refused') continue;
    terms.set(knowledge.variable, functionTerm(lowering, knowledge.logic, terms));
  }
  let term: Term = constantTerm(null);
  for (const decision of needed) {
    checkResult(decision);
    term = lowerLogic(lowering, decision.logic, terms);
    terms.set(decision.variable, term);
  }
  return { decision: wanted, term };
}

/** The decision and those it requires, each after its own. */
function neededFor(model: DecisionModel, wanted: Decision): readonly Decision[] {
  const ids = new Set([wanted.id]);
  for (const decision of model.decisions.toReversed()) {
    if (ids.has(decision.id)) for (const id of decision.requiredDecisions) ids.add(id);
  }
  const foreign = [...ids].find((id) => id.includes('#'));
  if (foreign !== undefined) {
    throw refusal(wanted.place, `需要另一模型的 ${foreign}`, `it requires ${foreign} of another model`);
  }
  return model.decisions.filter(({ id }) => ids.has(id));
}

/** What a type allows is not looked at while a register is gone through, so a result may not be narrowed by one. */
function checkResult({ item, name, place }: Decision): void {
  for (let at = item; at !== undefined; at = at.base) {
    if (at.allowedValues === undefined && at.typeConstraint === undefined) continue;
    throw refusal(
      place,
      `“${name}”的类型限定了取值`,
      `the type of “${name}” allows some values only`,
      '请在规则中限定取值。',
      'Say in the rules which values there are.',
    );
  }
}

/** A row that its own type would refuse would be null as a whole: so the register must fit the type, whatever stands in it. */
function checkRow(lowering: Lowering, input: InputData): void {
  const components = input.item?.components ?? [];
  for (const component of components) {
    const column = lowering.columns.get(component.name);
    if (column === undefined) {
      throw refusal(
        component.place,
        `名录没有“${component.name}”`,
        `the register has no “${component.name}”`,
        '请核对列名，或在名录中加上这一列。',
        'Check the name of the column, or add it to the register.',
      );
    }
    if (!fits(component.type, column.type)) {
      throw refusal(
        component.place,
        `“${component.name}”在名录中是 ${column.type}，不是 ${typeText(component.type)}`,
        `“${component.name}” is a ${column.type} in the register, no ${typeText(component.type)}`,
      );
    }
    checkAllowed(lowering, component, column);
  }
}

const fits = (type: FeelType, column: RegisterColumn['type']): boolean => type === 'any' || type === column;

function checkAllowed(lowering: Lowering, component: ItemDefinition, column: RegisterColumn): void {
  for (let at: ItemDefinition | undefined = component; at !== undefined; at = at.base) {
    for (const tests of [at.allowedValues, at.typeConstraint]) {
      if (tests === undefined) continue;
      const source = { expression: tests, lowering };
      const value = columnTerm(column);
      const allowed = conditionOf(source, tests.root, lowerNode(source, tests.root, new Map([['?', value]])));
      if (alwaysHolds(any([unknownOf(value), allowed]), column)) continue;
      throw refusal(
        at.place,
        `名录的“${column.name}”可能超出所允许的取值`,
        `“${column.name}” of the register can be other than what is allowed`,
        '请在名录中设同样的上下限或取值。',
        'Give the register the same bounds or values.',
      );
    }
  }
}
