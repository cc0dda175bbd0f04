import { childOf } from '@yiwang/xml';
import type { Rule } from './reasons.ts';

const awaited = new Set([
  'messageEventDefinition',
  'signalEventDefinition',
  'timerEventDefinition',
  'conditionalEventDefinition',
]);

/** An event-based gateway leads, without conditions, to two or more events that are waited for by it alone. */
export const eventBasedGateways: Rule = (model, refuse) => {
  for (const gateway of model.named('eventBasedGateway')) {
    const flows = model.from(gateway);
    if (flows.length < 2) refuse(gateway, 'fewEvents', { n: flows.length });
    if (gateway.attributes['instantiate'] === 'true' && model.into(gateway).length > 0)
      refuse(gateway, 'instantiateIncoming');
    const targets = flows.flatMap((flow) => {
      if (childOf(flow, 'conditionExpression') !== undefined) refuse(flow, 'eventCondition');
      return model.find(flow.attributes['targetRef']) ?? [];
    });
    for (const target of targets) {
      const definitions = model.definitionsOf(target).map(({ name }) => name);
      const waits =
        target.name === 'receiveTask' ||
        (target.name === 'intermediateCatchEvent' && definitions.every((name) => awaited.has(name)));
      if (!waits) refuse(target, 'notAwaited', { value: gateway.attributes['id'] ?? '' });
      if (model.into(target).length > 1) refuse(target, 'awaitedElsewhere', { value: gateway.attributes['id'] ?? '' });
    }
    const receive = targets.find(({ name }) => name === 'receiveTask');
    if (receive === undefined) continue;
    const message = targets.some((target) =>
      model.definitionsOf(target).some(({ name }) => name === 'messageEventDefinition'),
    );
    if (message) refuse(gateway, 'mixedReceive');
    const receives = new Set(targets.filter(({ name }) => name === 'receiveTask'));
    for (const event of model.named('boundaryEvent')) {
      const activity = model.find(event.attributes['attachedToRef']);
      if (activity !== undefined && receives.has(activity))
        refuse(event, 'awaitedBoundary', { value: gateway.attributes['id'] ?? '' });
    }
  }
};
