import type { XmlElement } from '@yiwang/xml';
import { clockUnits, type ClockRule } from './processDefinition.ts';
import { ownExpression } from './reading.ts';
import type { Refuse } from './refusal.ts';

/** Reads the time limit (办理时限) of a process, stage or task from its attributes, `yiwang:workingDays="20"` and so on. */
export function readClockRule(element: XmlElement, refuse: Refuse): ClockRule | undefined {
  const rules = clockUnits.flatMap((unit) => {
    const budget = ownExpression(element, unit, refuse);
    return budget === undefined ? [] : [{ unit, budget }];
  });
  const [rule] = rules;
  const { ['yiwang:warnAt']: warnText = '0.8', ['yiwang:extensionRole']: extensionRole } = element.attributes;
  const maxExtension = ownExpression(element, 'maxExtension', refuse);
  if (rule === undefined) {
    if (maxExtension !== undefined || extensionRole !== undefined) refuse(element, 'noLimit');
    return undefined;
  }
  if (rules.length > 1) refuse(element, 'bothLimits');
  const warnAt = Number(warnText);
  if (!(warnAt > 0 && warnAt <= 1)) refuse(element, 'warnAt', { value: warnText.slice(0, 40) });
  return { ...rule, maxExtension, extensionRole, warnAt };
}
