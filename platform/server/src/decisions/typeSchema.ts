import type { FeelType } from '@yiwang/feel';
import type { JsonObject } from '@yiwang/ledger';

const formats: Readonly<Record<string, JsonObject>> = {
  number: { type: 'number' },
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
  'date and time': { type: 'string', format: 'date-time' },
  'years and months duration': { type: 'string', format: 'duration' },
  'days and time duration': { type: 'string', format: 'duration' },
};

/** The JSON Schema of a FEEL type, as JSON goes in and out: null is what is not known, and always allowed. */
export function typeSchema(type: FeelType): JsonObject {
  if (typeof type === 'string') {
    const schema = formats[type];
    return schema === undefined ? {} : { anyOf: [schema, { type: 'null' }] };
  }
  if ('list' in type) return { type: ['array', 'null'], items: typeSchema(type.list) };
  if ('context' in type) {
    const properties = Object.entries(type.context).map(([name, part]) => [name, typeSchema(part)] as const);
    return { type: ['object', 'null'], properties: Object.fromEntries(properties) };
  }
  return {};
}
