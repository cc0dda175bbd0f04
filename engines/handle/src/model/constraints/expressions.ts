import { childOf } from '@yiwang/xml';
import type { Rule } from './reasons.ts';
import { activities } from './kinds.ts';

const expressions = new Set([
  'condition',
  'conditionExpression',
  'completionCondition',
  'activationCondition',
  'loopCondition',
  'loopCardinality',
  'timeDate',
  'timeCycle',
  'timeDuration',
  'transformation',
  'from',
  'to',
]);
const conditions = new Set(['condition', 'conditionExpression', 'completionCondition', 'loopCondition']);

/** An expression says something, a condition something that can be true or false, and an only way has none. */
export const conditionsAndTimes: Rule = (model, refuse) => {
  for (const element of model.elements) {
    const holder = model.parentOf(element);
    if (!expressions.has(element.name) || holder === undefined) continue;
    const text = element.text.trim();
    if (text === '') refuse(holder, 'emptyExpression', { name: element.name });
    if (conditions.has(element.name) && /^[-+]?[\d.]+$/.test(text))
      refuse(holder, 'notBoolean', { name: element.name, value: text });
  }
  for (const flow of model.named('sequenceFlow')) {
    const source = model.find(flow.attributes['sourceRef']);
    const conditional = childOf(flow, 'conditionExpression') !== undefined;
    if (conditional && source !== undefined && activities.has(source.name) && model.from(source).length === 1)
      refuse(flow, 'onlyCondition');
  }
};
