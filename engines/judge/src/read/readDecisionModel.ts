import { isFault } from '@yiwang/faults';
import { parseExpression, type FeelType, type ParseOptions, type Variables } from '@yiwang/feel';
import { childOf, childrenOf, parseXml, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Decision, DecisionModel, InputData } from '../model.ts';
import { findText } from './expressionText.ts';
import { readItemTypes, type TypeOf } from './itemTypes.ts';
import { readDecisionTable } from './readDecisionTable.ts';
import { inOrder } from './requirements.ts';

export interface ReadOptions {
  /**
   * `refuse` (default): anything not covered, and any type mistake, is a fault.
   * `null`: such logic evaluates to null with a warning, as DMN has it for invalid expressions.
   */
  readonly refused?: 'refuse' | 'null';
}

const namespaces = new Set([
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]);

/** What a decision is made of, before its logic is read. */
interface Draft {
  readonly element: XmlElement;
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly typeRef: string | undefined;
  readonly type: FeelType;
  readonly requiredDecisions: readonly string[];
  readonly requiredInputs: readonly string[];
  readonly requiredKnowledge: readonly string[];
}

/**
 * Reads a DMN 1.3–1.5 model: inputs, decision tables, literal expressions, their requirements and item definitions.
 * @throws xml.malformed, judge.notDmn, judge.unsupported, judge.malformed, judge.cycle, feel.*: each with file and line.
 */
export function readDecisionModel(xml: string, file: string, options: ReadOptions = {}): DecisionModel {
  const root = parseXml(xml, file);
  if (root.name !== 'definitions' || !namespaces.has(root.namespace)) {
    throw faults.notDmn({ file, line: root.line, name: root.name });
  }
  const typeOf = readItemTypes(root);
  const inputs = childrenOf(root, 'inputData').map((element) => readInput(element, typeOf, file));
  const drafts = childrenOf(root, 'decision').map((element) => readDraft(element, typeOf, file));
  refuseDuplicates([...inputs, ...drafts], file);
  const decisions = inOrder(drafts, file).map((draft) =>
    readLogic(draft, inputs, drafts, typeOf, file, options.refused ?? 'refuse'),
  );
  return {
    file,
    name: root.attributes['name'] ?? '',
    namespace: root.attributes['namespace'] ?? '',
    inputs,
    decisions,
    knowledge: [],
    services: [],
    items: [],
    imports: [],
  };
}

function required(element: XmlElement, attribute: string, file: string): string {
  const value = element.attributes[attribute];
  if (value !== undefined && value !== '') return value;
  const id = element.attributes['id'] ?? element.name;
  throw faults.malformed({ file, line: element.line, id, what: `the attribute ${attribute} is missing` });
}

function readInput(element: XmlElement, typeOf: TypeOf, file: string): InputData {
  const name = required(element, 'name', file);
  const variable = childOf(element, 'variable');
  return {
    id: element.attributes['id'] ?? name,
    name: variable?.attributes['name'] ?? name,
    type: typeOf(variable?.attributes['typeRef']),
    place: { file, line: element.line, column: element.column },
  };
}

function readDraft(element: XmlElement, typeOf: TypeOf, file: string): Draft {
  const name = required(element, 'name', file);
  const variable = childOf(element, 'variable');
  const typeRef = variable?.attributes['typeRef'];
  const references = (part: string): string[] =>
    childrenOf(element, 'informationRequirement')
      .flatMap((requirement) => childrenOf(requirement, part))
      .map((reference) => (reference.attributes['href'] ?? '').replace(/^.*#/, ''));
  return {
    element,
    id: element.attributes['id'] ?? name,
    name,
    variable: variable?.attributes['name'] ?? name,
    typeRef,
    type: typeOf(typeRef),
    requiredDecisions: references('requiredDecision'),
    requiredInputs: references('requiredInput'),
    requiredKnowledge: [],
  };
}

function refuseDuplicates(elements: readonly { readonly id: string }[], file: string): void {
  const seen = new Set<string>();
  for (const { id } of elements) {
    if (seen.has(id)) throw faults.malformed({ file, line: 1, id, what: 'the id is used twice' });
    seen.add(id);
  }
}

const annotations = new Set(['description', 'extensionElements', 'question', 'allowedAnswers', 'variable']);
const relations =
  /^(informationRequirement|authorityRequirement|supportedObjective|impactedPerformanceIndicator|decisionMaker|decisionOwner|usingProcess|usingTask)$/;

function readLogic(
  draft: Draft,
  inputs: readonly InputData[],
  drafts: readonly Draft[],
  typeOf: TypeOf,
  file: string,
  refused: NonNullable<ReadOptions['refused']>,
): Decision {
  const { element, typeRef, ...decision } = draft;
  const place = { file, line: element.line, column: element.column };
  const mistakes: NonNullable<ParseOptions['mistakes']> = refused;
  try {
    const reading = {
      file,
      variables: variablesOf(draft, inputs, drafts, file),
      typeOf,
      mistakes,
      variable: draft.variable,
      resultType: typeRef,
    };
    return { ...decision, place, logic: logicOf(element, reading) };
  } catch (error) {
    if (refused === 'null' && isFault(error)) return { ...decision, place, logic: { kind: 'refused', fault: error } };
    throw error;
  }
}

type Reading = Parameters<typeof readDecisionTable>[1];

function logicOf(element: XmlElement, reading: Reading): Decision['logic'] {
  const logic = element.children.find((child) => !annotations.has(child.name) && !relations.test(child.name));
  const id = element.attributes['id'] ?? '';
  const { file, variables, mistakes } = reading;
  if (childOf(element, 'knowledgeRequirement') !== undefined || logic === undefined) {
    const what = logic === undefined ? 'the decision has no logic' : 'knowledgeRequirement';
    throw (logic === undefined ? faults.malformed : faults.unsupported)({ file, line: element.line, id, what });
  }
  if (logic.name === 'decisionTable') return readDecisionTable(logic, reading);
  if (logic.name !== 'literalExpression') {
    throw faults.unsupported({ file, line: logic.line, id, what: logic.name });
  }
  const source = findText(logic, file);
  if (source === undefined) throw faults.malformed({ file, line: logic.line, id, what: 'the expression is empty' });
  return {
    kind: 'literalExpression',
    id: logic.attributes['id'] ?? '',
    type: reading.typeOf(logic.attributes['typeRef']),
    place: { file, line: logic.line, column: logic.column },
    expression: parseExpression(source.text, { variables, mistakes, origin: source.origin }),
  };
}

/** A decision sees what it requires, and nothing else. */
function variablesOf(draft: Draft, inputs: readonly InputData[], drafts: readonly Draft[], file: string): Variables {
  const missing = [...draft.requiredInputs, ...draft.requiredDecisions].find(
    (id) => !inputs.some((input) => input.id === id) && !drafts.some((other) => other.id === id),
  );
  if (missing !== undefined) {
    throw faults.malformed({
      file,
      line: draft.element.line,
      id: draft.id,
      what: `it requires ${missing}, which the model does not have`,
    });
  }
  const seen = [
    ...inputs.filter((input) => draft.requiredInputs.includes(input.id)).map(({ name, type }) => [name, type] as const),
    ...drafts
      .filter((other) => draft.requiredDecisions.includes(other.id))
      .map(({ variable, type }) => [variable, type] as const),
  ];
  return Object.fromEntries(seen);
}
