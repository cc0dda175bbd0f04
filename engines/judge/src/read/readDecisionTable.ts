import type { Expression } from '@yiwang/feel';
import { childOf, childrenOf, textOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Aggregation, DecisionTable, HitPolicy, Rule, TableInput, TableOutput, Typed } from '../model.ts';
import { boxedHead } from './boxed/boxedHead.ts';
import { findText, type SourceText } from './expressionText.ts';
import { readExpression, readTests } from './readExpression.ts';
import { named, placeOf, refuseOtherLanguage, type LogicReading } from './reading.ts';
import { itemType } from './shapeOf.ts';

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

/** Reads a table of any orientation. @throws judge.unsupported, judge.malformed, and the faults of its cells. */
export function readDecisionTable(element: XmlElement, reading: LogicReading): DecisionTable {
  const hitPolicy = one(hitPolicies, element.attributes['hitPolicy'] ?? 'UNIQUE', element, reading);
  const aggregation = element.attributes['aggregation'];
  const inputs = childrenOf(element, 'input').map((input) => readInput(input, reading));
  const outputs = readOutputs(element, resultOfOne(hitPolicy, aggregation, reading), reading);
  if (outputs.length === 0) {
    throw faults.malformed({ ...named(element, reading.file), what: 'the table has no output' });
  }
  const rules = childrenOf(element, 'rule').map((rule, index) => readRule(rule, index, { inputs, outputs }, reading));
  const table = { kind: 'decisionTable' as const, ...boxedHead(element, reading), hitPolicy, inputs, outputs, rules };
  if (aggregation === undefined) return table;
  return { ...table, aggregation: one(aggregations, aggregation, element, reading) };
}

function one<T extends string>(known: readonly T[], value: string, element: XmlElement, reading: LogicReading): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw faults.unsupported({ ...named(element, reading.file), what: value });
  return found;
}

function readInput(element: XmlElement, reading: LogicReading): TableInput {
  const expression = childOf(element, 'inputExpression');
  const source = findText(expression, reading.file);
  if (expression === undefined || source === undefined) {
    throw faults.malformed({ ...named(element, reading.file), what: 'the column has no input expression' });
  }
  const typed = reading.types.typed(expression.attributes['typeRef'], expression);
  refuseOtherLanguage(expression, reading.file);
  const values = findText(childOf(element, 'inputValues'), reading.file);
  return {
    id: element.attributes['id'] ?? '',
    label: element.attributes['label'] ?? source.text,
    expression: readExpression(source, reading),
    ...typed,
    ...(values === undefined ? {} : { values: readTests(values, typed.type, reading) }),
  };
}

/** What one rule gives where the table says nothing else: an item of what many rules give together. */
function resultOfOne(hitPolicy: HitPolicy, aggregation: string | undefined, { resultType }: LogicReading): Typed {
  if (aggregation === 'COUNT') return { type: 'any' };
  const many = hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || hitPolicy === 'COLLECT';
  return many && aggregation === undefined ? { type: itemType(resultType.type) } : resultType;
}

function readOutputs(table: XmlElement, one: Typed, reading: LogicReading): TableOutput[] {
  const elements = childrenOf(table, 'output');
  const single = elements.length === 1;
  return elements.map((element) => {
    const source = findText(childOf(element, 'outputValues'), reading.file);
    const otherwise = findText(childOf(element, 'defaultOutputEntry'), reading.file);
    const declared = element.attributes['typeRef'];
    const typed = declared === undefined && single ? one : reading.types.typed(declared, element);
    const allowed = (single ? reading.resultType : typed).item?.allowedValues ?? typed.item?.allowedValues;
    const base: TableOutput = {
      name: element.attributes['name'] ?? (single ? reading.resultName : ''),
      ...typed,
      values: listed(source === undefined ? allowed : readTests(source, 'any', reading)),
    };
    if (base.name === '' && !single) {
      throw faults.malformed({ ...named(element, reading.file), what: 'the output has no name' });
    }
    return otherwise === undefined ? base : { ...base, otherwise: readExpression(otherwise, reading) };
  });
}

/** The values that unary tests name one by one, in their order. */
function listed(tests: Expression | undefined): Expression[] {
  if (tests?.root.kind !== 'unaryTests' || tests.root.negated) return [];
  return tests.root.tests.map((root) => ({ ...tests, root }));
}

interface Columns {
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
}

function readRule(element: XmlElement, index: number, columns: Columns, reading: LogicReading): Rule {
  const conditions = childrenOf(element, 'inputEntry');
  const results = childrenOf(element, 'outputEntry');
  if (conditions.length !== columns.inputs.length || results.length !== columns.outputs.length) {
    throw faults.malformed({
      ...named(element, reading.file),
      what: `rule ${index + 1} has not one cell for each column`,
    });
  }
  for (const cell of [...conditions, ...results]) refuseOtherLanguage(cell, reading.file);
  const notes = childrenOf(element, 'annotationEntry').map((entry) => textOf(entry, 'text') ?? '');
  return {
    id: element.attributes['id'] ?? `rule-${index + 1}`,
    index: index + 1,
    // An empty cell is what editors write for `-`, and an empty result for null.
    conditions: conditions.map((cell, at) =>
      readTests(findText(cell, reading.file) ?? absent('-', cell, reading), columns.inputs[at]?.type ?? 'any', reading),
    ),
    results: results.map((cell) =>
      readExpression(findText(cell, reading.file) ?? absent('null', cell, reading), reading),
    ),
    annotation: notes.filter((note) => note !== '').join(' | ') || (textOf(element, 'description') ?? ''),
    place: placeOf(element, reading.file),
  };
}

function absent(text: string, cell: XmlElement, { file }: LogicReading): SourceText {
  return { text, origin: placeOf(cell, file) };
}
