import type { Rule } from './reasons.ts';
import { flowNodes } from './kinds.ts';

const needsId = new Set([...flowNodes, 'process', 'sequenceFlow']);

/** An id names one element of the file; what flows connect, the flows and processes have one. */
export const uniqueIds: Rule = (model, refuse) => {
  const seen = new Map<string, number>();
  for (const element of model.elements) {
    const id = element.attributes['id'];
    if (id === undefined || id === '') {
      if (needsId.has(element.name)) refuse(element, 'noId');
      continue;
    }
    const line = seen.get(id);
    if (line !== undefined) refuse(element, 'sameId', { line });
    seen.set(id, element.line);
  }
};
