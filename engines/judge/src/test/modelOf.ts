import { decide, type DecideOptions, type DecisionResult } from '../decide/decide.ts';
import type { DecisionInput } from '../decide/readInput.ts';
import type { DecisionModel } from '../model.ts';
import { readDecisionModel, type ReadOptions } from '../read/readDecisionModel.ts';

/** For tests: a model of some elements, as DMN that is written short. */
export function modelOf(inner: string, options: ReadOptions = {}): DecisionModel {
  return readDecisionModel(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:test" name="test">\n${inner}</definitions>`,
    'test.dmn',
    options,
  );
}

/** A literal expression. */
export function literal(text: string): string {
  return `<literalExpression><text>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text></literalExpression>`;
}

export interface DecisionParts {
  readonly type?: string;
  readonly inputs?: readonly string[];
  readonly decisions?: readonly string[];
  readonly knowledge?: readonly string[];
}

/** A decision of some logic. */
export function decision(id: string, logic: string, parts: DecisionParts = {}): string {
  const { type, inputs = [], decisions = [], knowledge = [] } = parts;
  const information = (part: string, one: string): string =>
    `<informationRequirement><required${part} href="#${one}"/></informationRequirement>`;
  return (
    `<decision id="${id}" name="${id}"><variable name="${id}"${type === undefined ? '' : ` typeRef="${type}"`}/>` +
    `${inputs.map((one) => information('Input', one)).join('')}${decisions.map((one) => information('Decision', one)).join('')}` +
    `${knowledge.map((one) => `<knowledgeRequirement><requiredKnowledge href="#${one}"/></knowledgeRequirement>`).join('')}` +
    `${logic}</decision>\n`
  );
}

export function inputData(id: string, type: string): string {
  return `<inputData id="${id}" name="${id}"><variable name="${id}" typeRef="${type}"/></inputData>\n`;
}

/** What one decision of some logic gives, as JSON. */
export function valueOf(logic: string, rest = '', parts: DecisionParts = {}): unknown {
  return taken(decision('d', logic, parts) + rest).outputs['d'];
}

/** Takes the decision `d` of a model. */
export function taken(inner: string, input: DecisionInput = {}, options: DecideOptions = {}): DecisionResult {
  return decide(modelOf(inner), 'd', input, options);
}
