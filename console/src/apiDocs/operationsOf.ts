export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The operations of an OpenAPI document, in its own order. */
export function operationsOf(document: unknown): readonly Operation[] {
  const paths = isObject(document) ? document['paths'] : undefined;
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) => {
      if (!methods.includes(method) || !isObject(operation)) return [];
      const tags = operation['tags'];
      const tag = Array.isArray(tags) ? textOf(tags[0]) : '';
      return [
        {
          method: method.toUpperCase(),
          path,
          summary: textOf(operation['summary']) || textOf(operation['description']),
          tag,
        },
      ];
    }),
  );
}
