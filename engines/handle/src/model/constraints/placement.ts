import { childOf, childrenOf } from '@yiwang/xml';
import type { Rule } from './reasons.ts';

/** What stands where it may: parts of definitions, of subprocesses and of ad-hoc subprocesses. */
export const placement: Rule = (model, refuse) => {
  for (const child of model.root.children)
    if (child.name === 'property') refuse(child, 'misplaced', { name: 'property', value: 'definitions' });
  for (const scope of model.named('subProcess', 'transaction', 'adHocSubProcess'))
    if (childOf(scope, 'ioSpecification') !== undefined)
      refuse(scope, 'misplaced', { name: 'ioSpecification', value: scope.name });
  for (const scope of model.named('adHocSubProcess'))
    for (const event of [...childrenOf(scope, 'startEvent'), ...childrenOf(scope, 'endEvent')])
      refuse(event, 'adHocEvents');
  for (const task of model.named('receiveTask')) {
    const scope = model.parentOf(task);
    if (task.attributes['instantiate'] === 'true' && scope !== undefined && childOf(scope, 'startEvent') !== undefined)
      refuse(task, 'instantiateBesideStart');
  }
};

/** What is written about a model as a whole: kinds of processes, documentation, who performs. */
export const declarations: Rule = (model, refuse) => {
  for (const process of model.named('process')) {
    const { processType, isExecutable } = process.attributes;
    if (processType === 'Public' && isExecutable === 'true') refuse(process, 'publicExecutable');
  }
  for (const text of model.named('documentation')) {
    const value = text.attributes['textFormat'];
    if (value !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(value)) refuse(text, 'textFormat', { value });
  }
  for (const performer of model.named('performer', 'humanPerformer', 'potentialOwner', 'resourceRole')) {
    const names = childOf(performer, 'resourceRef') !== undefined;
    const asks = childOf(performer, 'resourceAssignmentExpression') !== undefined;
    const binds = childOf(performer, 'resourceParameterBinding') !== undefined;
    if ((names && asks) || (binds && !names)) refuse(performer, 'performer');
  }
};

/** A compensation handler stands aside of the flow. */
export const handlers: Rule = (model, refuse) => {
  for (const activity of model.elements)
    if (
      activity.attributes['isForCompensation'] === 'true' &&
      model.into(activity).length + model.from(activity).length > 0
    )
      refuse(activity, 'handlerFlow');
};
