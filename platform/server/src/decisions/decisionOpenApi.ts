import type { Decision, DecisionModel } from '@yiwang/judge';
import type { JsonObject } from '@yiwang/ledger';
import { typeSchema } from './typeSchema.ts';

/** The OpenAPI 3.1 document of one decision: its own inputs and outputs, made from the model's item definitions. */
export function decisionOpenApi(model: DecisionModel, decision: Decision): JsonObject {
  const asked = inputsOf(model, decision);
  const input: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ name, type }) => [name, typeSchema(type)])),
  };
  const problem: JsonObject = {
    description: 'A problem document (RFC 9457)',
    content: { 'application/problem+json': { schema: { type: 'object' } } },
  };
  return {
    openapi: '3.1.0',
    info: { title: decision.name, version: model.namespace || model.name, description: model.name },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yiwang' } } },
    paths: {
      [`/api/decisions/${decision.id}`]: {
        post: {
          operationId: decision.id,
          summary: decision.name,
          requestBody: { required: true, content: { 'application/json': { schema: requestSchema(input) } } },
          responses: {
            200: {
              description: 'The decision, with its reason',
              content: { 'application/json': { schema: answerSchema(outputSchema(decision)) } },
            },
            422: problem,
          },
        },
      },
      [`/api/decisions/${decision.id}/bulk`]: {
        post: {
          operationId: `${decision.id}Bulk`,
          summary: `${decision.name}: one input a line, one answer a line`,
          requestBody: { required: true, content: { 'application/x-ndjson': { schema: input } } },
          responses: {
            200: {
              description: 'For each line, in their order, `line` with `outputs`, or with `problem`',
              content: { 'application/x-ndjson': { schema: { type: 'object' } } },
            },
          },
        },
      },
    },
  };
}

/** The inputs that the decision sees, its own and those of the decisions that it requires. */
export function inputsOf(model: DecisionModel, decision: Decision): DecisionModel['inputs'] {
  const needed = new Set<string>();
  const visit = ({ requiredDecisions, requiredInputs }: Decision): void => {
    for (const id of requiredInputs) needed.add(id);
    for (const required of model.decisions) if (requiredDecisions.includes(required.id)) visit(required);
  };
  visit(decision);
  return model.inputs.filter(({ id }) => needed.has(id));
}

function requestSchema(input: JsonObject): JsonObject {
  return {
    type: 'object',
    required: ['input'],
    properties: { input, asOf: { type: 'string', format: 'date' }, trace: { type: 'boolean' } },
  };
}

function outputSchema({ logic, variable, type }: Decision): JsonObject {
  const outputs = logic.kind === 'decisionTable' ? logic.outputs : [{ name: variable, type }];
  return {
    type: 'object',
    properties: Object.fromEntries(outputs.map((output) => [output.name, typeSchema(output.type)])),
  };
}

function answerSchema(outputs: JsonObject): JsonObject {
  const words: JsonObject = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } };
  return {
    type: 'object',
    properties: {
      decision: { type: 'string' },
      rule: { type: ['string', 'null'] },
      version: { type: ['integer', 'null'] },
      asOf: { type: 'string', format: 'date' },
      outputs,
      rules: { type: 'array', items: { type: 'object' } },
      reason: words,
      warnings: { type: 'array', items: { type: 'object' } },
      trace: { type: 'array', items: { type: 'object' } },
    },
  };
}
