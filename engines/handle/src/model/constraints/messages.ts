import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import type { Rule } from './reasons.ts';
import { catchingEvents, events, throwingEvents } from './kinds.ts';

/** A message goes from one pool to another, between what can send and what can receive it. */
export const messageFlows: Rule = (model, refuse) => {
  const processOf = (end: XmlElement): string | undefined =>
    end.name === 'participant'
      ? end.attributes['processRef']
      : model.around(end, new Set(['process']))?.attributes['id'];
  for (const flow of model.named('messageFlow')) {
    const source = model.find(flow.attributes['sourceRef']);
    const target = model.find(flow.attributes['targetRef']);
    if (source === undefined || target === undefined) continue;
    const pool = processOf(source);
    if (source === target || (pool !== undefined && pool === processOf(target))) refuse(flow, 'samePool');
    const ends = [
      [source, throwingEvents],
      [target, catchingEvents],
    ] as const;
    for (const [end, able] of ends) {
      if (!events.has(end.name)) continue;
      if (!able.has(end.name) || !model.definitionsOf(end).some(({ name }) => name === 'messageEventDefinition'))
        refuse(flow, 'messageEnd', { value: end.attributes['id'] ?? '' });
    }
  }
};

const tasks = [
  ['sendTask', 'dataInput', 'inputSet'],
  ['receiveTask', 'dataOutput', 'outputSet'],
] as const;

/** A task that sends or receives has at most one data item, of the structure of its message. */
export const messageTasks: Rule = (model, refuse) => {
  for (const [kind, item, set] of tasks)
    for (const task of model.named(kind)) {
      const data = childOf(task, 'ioSpecification');
      if (data === undefined) continue;
      const items = childrenOf(data, item);
      const n = Math.max(items.length, childrenOf(data, set).length);
      if (n > 1) refuse(task, 'taskData', { n });
      const message = model.find(task.attributes['messageRef']);
      const wanted = model.find(message?.attributes['itemRef']);
      const [one] = items;
      if (wanted === undefined || one === undefined) continue;
      const given = model.find(one.attributes['itemSubjectRef']);
      const same = given === wanted || (given !== undefined && model.structureOf(one) === model.structureOf(message));
      if (!same) refuse(one, 'structure', { value: message?.attributes['id'] ?? '' });
    }
};
