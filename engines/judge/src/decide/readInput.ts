import {
  findDate,
  findDateTime,
  findDuration,
  findTime,
  isContext,
  isList,
  kindOf,
  toFeel,
  type FeelContext,
  type FeelType,
  type FeelValue,
} from '@yiwang/feel';
import type { Decision, DecisionModel, InputData } from '../model.ts';
import { conform, misfit } from './conform.ts';
import { nullWith, type Taking } from './taking.ts';

/** JSON-like values by name, or FEEL values in a Map. */
export type DecisionInput = Readonly<Record<string, unknown>> | FeelContext;

/**
 * The value given for an input, as its type takes it: fields that are missing are null, and texts are read where dates,
 * times or durations are declared. What doesn't fit is null with a warning. @throws feel.notAValue for what no rule can use.
 */
export function readInput(
  element: InputData | Decision,
  name: string,
  input: DecisionInput,
  model: DecisionModel,
  taking: Taking,
): FeelValue {
  const found = findRaw(name, element, input, model);
  if (found === undefined || found === null) return null;
  // A Map holds FEEL values already.
  const raw = input instanceof Map ? (found as FeelValue) : toFeel(found, name);
  const value = shaped(raw, element.type);
  const fitting = conform(value, element);
  if (fitting !== undefined) return fitting;
  const { zh, en } = misfit(value, element, name);
  return nullWith(taking, 'inputType', `${zh}，按空处理`, `${en} and is taken as null`, element.place);
}

/** An input of an imported model is given under the import's name, or else as if it were the model's own. */
function findRaw(name: string, element: InputData | Decision, input: unknown, model: DecisionModel): unknown {
  for (const { name: prefix, model: imported } of model.imports) {
    const inner = prefix === '' ? input : own(input, prefix);
    if (inner === undefined || inner === null || !mentionsElement(imported, element)) continue;
    const found = findRaw(name, element, inner, imported);
    if (found !== undefined) return found;
  }
  return own(input, name);
}

function mentionsElement(model: DecisionModel, element: InputData | Decision): boolean {
  return (
    model.inputs.some((input) => input === element) ||
    model.decisions.some((decision) => decision === element) ||
    model.imports.some((imported) => mentionsElement(imported.model, element))
  );
}

function own(input: unknown, name: string): unknown {
  if (input instanceof Map) return input.get(name);
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, name)) return undefined;
  return Reflect.get(input, name);
}

/** Says out loud what JSON can't: fields that are absent, and values of time, which it has only as text. */
function shaped(value: FeelValue, type: FeelType): FeelValue {
  if (value === null) return null;
  if (typeof type === 'string') return typeof value === 'string' ? (temporal(value, type) ?? value) : value;
  if ('list' in type) {
    if (type.list === 'any' || !isList(value)) return value;
    return value.map((item) => shaped(item, type.list));
  }
  if (!('context' in type) || !isContext(value)) return value;
  const full = new Map(value);
  for (const [key, inner] of Object.entries(type.context)) full.set(key, shaped(value.get(key) ?? null, inner));
  return full;
}

function temporal(text: string, type: FeelType): FeelValue | undefined {
  if (type === 'date') return findDate(text);
  if (type === 'time') return findTime(text);
  if (type === 'date and time') return findDateTime(text) ?? findDate(text);
  if (type !== 'years and months duration' && type !== 'days and time duration') return undefined;
  const duration = findDuration(text);
  return duration !== undefined && kindOf(duration) === type ? duration : undefined;
}
