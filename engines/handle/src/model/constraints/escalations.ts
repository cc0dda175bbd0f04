import type { Rule } from './reasons.ts';

/** What throws an escalation says which, by its code. */
export const escalations: Rule = (model, refuse) => {
  for (const event of model.named('endEvent', 'intermediateThrowEvent'))
    for (const definition of model.definitionsOf(event)) {
      if (definition.name !== 'escalationEventDefinition') continue;
      const escalation = model.find(definition.attributes['escalationRef']);
      if ((escalation?.attributes['escalationCode'] ?? '') === '') refuse(event, 'noEscalationCode');
    }
};
