import { childOf, type XmlElement } from '@yiwang/xml';
import { constant, readExpression, type Expression } from './expression.ts';
import type { TimerRule } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

const duration = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/;

export const isDuration = (text: string): boolean => duration.test(text);
export const isInstant = (text: string): boolean => instant.test(text) && !Number.isNaN(new Date(text).getTime());

/**
 * Reads `bpmn:timerEventDefinition`: `timeDuration` (ISO 8601, plain time and never working time), `timeDate`, `timeCycle`
 * (`R3/PT10S`), or one of the attributes `yiwang:minutes` (FEEL) and `yiwang:clock` (`warn` or `due`: the clock of the
 * activity it is attached to, or of the scope that its event subprocess stands in). A text after `=` is FEEL.
 */
export function readTimer(definition: XmlElement, refuse: Refuse): TimerRule {
  const minutes = definition.attributes['yiwang:minutes'];
  if (minutes !== undefined) return { by: 'minutes', minutes: readExpression(minutes, definition, refuse) };
  const clock = definition.attributes['yiwang:clock'];
  if (clock === 'warn' || clock === 'due') return { by: 'clock', moment: clock };
  if (clock !== undefined) return refuse(definition, 'clockMoment', { value: clock });
  const given = ['timeDuration', 'timeDate', 'timeCycle'].flatMap((name) => childOf(definition, name) ?? []);
  const [only] = given;
  if (only === undefined || given.length > 1 || only.text.trim() === '') return refuse(definition, 'timer');
  const text = only.text.trim();
  if (only.name === 'timeCycle') return readCycle(text, definition, refuse);
  const fits = only.name === 'timeDate' ? isInstant : isDuration;
  const value = literalOr(text, fits, definition, refuse, only.name === 'timeDate' ? 'date' : 'duration');
  return only.name === 'timeDate' ? { by: 'date', at: value } : { by: 'duration', duration: value };
}

function literalOr(
  text: string,
  fits: (text: string) => boolean,
  element: XmlElement,
  refuse: Refuse,
  reason: 'date' | 'duration',
): Expression {
  if (text.startsWith('=')) return readExpression(text, element, refuse);
  return fits(text) ? constant(text) : refuse(element, reason, { value: text.slice(0, 80) });
}

function readCycle(text: string, element: XmlElement, refuse: Refuse): TimerRule {
  const [, times = '', iso = ''] = /^R(\d{0,6})\/(.+)$/.exec(text) ?? [];
  if (!isDuration(iso) || times === '0') return refuse(element, 'cycle', { value: text.slice(0, 80) });
  return { by: 'cycle', times: times === '' ? undefined : Number(times), iso };
}
