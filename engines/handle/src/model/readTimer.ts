import { childOf, type XmlElement } from '@yiwang/xml';
import { readExpression } from './expression.ts';
import type { TimerRule } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

const duration = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/**
 * Reads `bpmn:timerEventDefinition`: `timeDuration` (ISO 8601, plain time and never working time), `timeDate`, or one of
 * the attributes `yiwang:minutes` (FEEL) and `yiwang:clock` (`warn` or `due`: the clock of the task it is attached to).
 */
export function readTimer(definition: XmlElement, attached: boolean, refuse: Refuse): TimerRule {
  const minutes = definition.attributes['yiwang:minutes'];
  if (minutes !== undefined) return { by: 'minutes', minutes: readExpression(minutes, definition, refuse) };
  const clock = definition.attributes['yiwang:clock'];
  if (clock !== undefined) {
    if (!attached) refuse(definition, 'clockTimer');
    if (clock === 'warn' || clock === 'due') return { by: 'clock', moment: clock };
    return refuse(definition, 'clockMoment', { value: clock });
  }
  const iso = childOf(definition, 'timeDuration')?.text.trim();
  if (iso !== undefined) {
    if (!duration.test(iso)) return refuse(definition, 'duration', { value: iso });
    return { by: 'duration', iso };
  }
  const date = childOf(definition, 'timeDate')?.text.trim();
  if (date !== undefined) {
    const at = new Date(date);
    if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(date) || Number.isNaN(at.getTime()))
      return refuse(definition, 'date', { value: date });
    return { by: 'date', at };
  }
  return refuse(definition, 'timer');
}
