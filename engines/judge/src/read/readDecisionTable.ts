import {
  parseExpression,
  parseUnaryTests,
  type Expression,
  type ParseOptions,
  type Place,
  type Variables,
} from '@yiwang/feel';
import { childOf, childrenOf, textOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Aggregation, DecisionTable, HitPolicy, Rule, TableInput, TableOutput } from '../model.ts';
import { findText } from './expressionText.ts';
import type { TypeOf } from './itemTypes.ts';

export interface TableReading {
  readonly file: string;
  readonly variables: Variables;
  readonly typeOf: TypeOf;
  readonly mistakes: NonNullable<ParseOptions['mistakes']>;
  /** The name of the decision's result: the name of a single output that has none. */
  readonly variable: string;
  readonly resultType: string | undefined;
}

const hitPolicies: readonly HitPolicy[] = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

/** Reads a table of either orientation. @throws judge.unsupported, judge.malformed, and the faults of its cells. */
export function readDecisionTable(element: XmlElement, reading: TableReading): DecisionTable {
  const place = placeOf(element, reading);
  const hitPolicy = one(hitPolicies, element.attributes['hitPolicy'] ?? 'UNIQUE', element, reading);
  const aggregation = element.attributes['aggregation'];
  const inputs = childrenOf(element, 'input').map((input) => readInput(input, reading));
  const outputs = readOutputs(element, reading);
  if (outputs.length === 0) throw faults.malformed({ ...named(element, reading), what: 'the table has no output' });
  const rules = childrenOf(element, 'rule').map((rule, index) => readRule(rule, index, { inputs, outputs }, reading));
  const id = element.attributes['id'] ?? '';
  const type = reading.typeOf(element.attributes['typeRef'] ?? reading.resultType);
  const table = { kind: 'decisionTable' as const, id, type, hitPolicy, inputs, outputs, rules, place };
  return aggregation === undefined
    ? table
    : { ...table, aggregation: one(aggregations, aggregation, element, reading) };
}

function one<T extends string>(known: readonly T[], value: string, element: XmlElement, reading: TableReading): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw faults.unsupported({ ...named(element, reading), what: value });
  return found;
}

const placeOf = (element: XmlElement, reading: TableReading): Place => ({
  file: reading.file,
  line: element.line,
  column: element.column,
});

const named = (element: XmlElement, reading: TableReading) => ({
  file: reading.file,
  line: element.line,
  id: element.attributes['id'] ?? element.name,
});

function readInput(element: XmlElement, reading: TableReading): TableInput {
  const expression = childOf(element, 'inputExpression');
  const source = findText(expression, reading.file);
  if (source === undefined)
    throw faults.malformed({ ...named(element, reading), what: 'the column has no input expression' });
  const { variables, mistakes } = reading;
  return {
    id: element.attributes['id'] ?? '',
    label: element.attributes['label'] ?? source.text,
    expression: parseExpression(source.text, { variables, mistakes, origin: source.origin }),
    type: reading.typeOf(expression?.attributes['typeRef']),
  };
}

function readOutputs(table: XmlElement, reading: TableReading): TableOutput[] {
  const elements = childrenOf(table, 'output');
  const single = elements.length === 1;
  return elements.map((element) => {
    const source = findText(childOf(element, 'outputValues'), reading.file);
    const otherwise = findText(childOf(element, 'defaultOutputEntry'), reading.file);
    const { variables, mistakes } = reading;
    const base: TableOutput = {
      name: element.attributes['name'] ?? (single ? reading.variable : ''),
      type: reading.typeOf(element.attributes['typeRef'] ?? (single ? reading.resultType : undefined)),
      values: source === undefined ? [] : listed(parseExpression(`[${source.text}]`, { mistakes: 'null', variables })),
    };
    if (base.name === '') throw faults.malformed({ ...named(element, reading), what: 'the output has no name' });
    if (otherwise === undefined) return base;
    return { ...base, otherwise: parseExpression(otherwise.text, { variables, mistakes, origin: otherwise.origin }) };
  });
}

function listed(list: Expression): Expression[] {
  return list.root.kind === 'list' ? list.root.items.map((root) => ({ ...list, root })) : [];
}

interface Columns {
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
}

function readRule(element: XmlElement, index: number, columns: Columns, reading: TableReading): Rule {
  const conditions = childrenOf(element, 'inputEntry');
  const results = childrenOf(element, 'outputEntry');
  if (conditions.length !== columns.inputs.length || results.length !== columns.outputs.length) {
    throw faults.malformed({ ...named(element, reading), what: `rule ${index + 1} has not one cell for each column` });
  }
  const notes = childrenOf(element, 'annotationEntry').map((entry) => textOf(entry, 'text') ?? '');
  const { variables, mistakes } = reading;
  return {
    id: element.attributes['id'] ?? `rule-${index + 1}`,
    index: index + 1,
    conditions: conditions.map((cell, at) => {
      const source = findText(cell, reading.file);
      const tested = { ...variables, '?': columns.inputs[at]?.type ?? 'any' };
      // An empty cell is what editors write for `-`.
      return parseUnaryTests(source?.text ?? '-', { variables: tested, mistakes, ...originOf(source) });
    }),
    results: results.map((cell) => {
      const source = findText(cell, reading.file);
      return parseExpression(source?.text ?? 'null', { variables, mistakes, ...originOf(source) });
    }),
    annotation: notes.filter((note) => note !== '').join(' | ') || (textOf(element, 'description') ?? ''),
    place: placeOf(element, reading),
  };
}

const originOf = (source: ReturnType<typeof findText>) => (source === undefined ? {} : { origin: source.origin });
