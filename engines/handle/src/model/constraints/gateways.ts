import type { Rule } from './reasons.ts';
import { gateways as names } from './kinds.ts';

/** A gateway splits or joins, and does what its `gatewayDirection` says. */
export const gateways: Rule = (model, refuse) => {
  for (const gateway of model.named(...names)) {
    const into = model.into(gateway).length;
    const from = model.from(gateway).length;
    if (into < 2 && from < 2 && gateway.attributes['instantiate'] !== 'true' && gateway.name !== 'eventBasedGateway')
      refuse(gateway, 'idleGateway', { into, from });
    const direction = gateway.attributes['gatewayDirection'] ?? 'Unspecified';
    const fits =
      direction === 'Converging'
        ? into > 1 && from <= 1
        : direction === 'Diverging'
          ? into <= 1 && from > 1
          : direction === 'Mixed'
            ? into > 1 && from > 1
            : direction === 'Unspecified';
    if (!fits) refuse(gateway, 'direction', { value: direction, into, from });
  }
};
