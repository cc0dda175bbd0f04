import type { FastifySchemaCompiler } from 'fastify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { serverFaults as faults } from '../faults.ts';

/**
 * Bodies are taken as they are: a "5" is no number. Query, path and headers are text by nature and are converted, and get
 * the schema's defaults.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : Value.Convert(schema, Value.Default(schema, given));
    if (check.Check(value)) {
      if (httpPart !== 'querystring' || !hasNul(value)) return { value };
      return { error: faults.badRequest({ where: httpPart, reason: 'a text holds U+0000' }) };
    }
    const [first] = check.Errors(value);
    const where = `${httpPart ?? 'body'}${first?.instancePath ?? ''}`;
    return { error: faults.badRequest({ where, reason: first?.message ?? '' }) };
  };
};

/** PostgreSQL stores no U+0000; bodies are checked where their texts are read. */
function hasNul(query: unknown): boolean {
  if (typeof query !== 'object' || query === null) return false;
  return Object.values(query).some((value: unknown) => typeof value === 'string' && value.includes('\0'));
}

/**
 * An answer off its contract is our bug: it is refused here, where the log names the place, and not in somebody's client.
 * Checking by compiled schema and JSON.stringify is faster than a serializer for schemas with many unions.
 */
export const serializeAnswer: FastifySerializerCompiler<TSchema> = ({ schema, method, url }) => {
  const check = Compile(schema);
  return (answer: unknown) => {
    if (!check.Check(answer)) {
      const [first] = check.Errors(answer);
      throw faults.offContract({}, new TypeError(`${method} ${url}: ${first?.instancePath} ${first?.message}`));
    }
    return JSON.stringify(answer);
  };
};
