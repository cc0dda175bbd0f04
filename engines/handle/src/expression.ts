import type { XmlElement } from '@yiwang/xml';
import { faults } from './faults.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Refuse } from './refusal.ts';

/** A FEEL expression of a model, parsed once. */
export interface Expression {
  readonly text: string;
  readonly evaluate: (variables: JsonObject) => JsonValue;
}

/** Parses an expression; a leading `=`, as modelers write it, is taken off. */
export function readExpression(text: string, element: XmlElement, refuse: Refuse): Expression {
  const trimmed = text.trim().replace(/^=/, '').trim();
  const match = /^(?:([\p{L}_][\p{L}\p{N}_.]*)|(\d+)|"([^"]*)")(?:\s*(!?=)\s*(?:"([^"]*)"|(true|false|\d+)))?$/u.exec(
    trimmed,
  );
  if (match === null) return refuse(element, 'expression', { value: trimmed.slice(0, 200), why: '' });
  const [, name, number, text0, op, right, word] = match;
  return {
    text: trimmed,
    evaluate: (variables) => {
      const left: JsonValue =
        text0 ??
        (number !== undefined
          ? Number(number)
          : name === 'true'
            ? true
            : name === 'false'
              ? false
              : (variables[name ?? ''] ?? null));
      if (op === undefined) return left;
      const other: JsonValue = right ?? (JSON.parse(word ?? 'null') as JsonValue);
      return (left === other) === (op === '=');
    },
  };
}

/** A condition: true, or false for anything else, null included (BPMN §10.3.1 takes only true). */
export function isTrue(expression: Expression, variables: JsonObject): boolean {
  return expression.evaluate(variables) === true;
}

/** Whole minutes, 1 to 10 years. @throws handle.expressionFailed */
export function minutesOf(expression: Expression, variables: JsonObject, element: string): number {
  const value = expression.evaluate(variables);
  if (typeof value === 'number' && Number.isFinite(value) && value >= 1 && value <= 5_256_000) return Math.ceil(value);
  return wrong(expression, element, value, { zh: '分钟数（1–5256000）', en: 'minutes from 1 to 5256000' });
}

/** Text, or null where the expression gives null. @throws handle.expressionFailed */
export function findText(expression: Expression | undefined, variables: JsonObject, element: string): string | null {
  const value = expression === undefined ? null : expression.evaluate(variables);
  if (value === null || (typeof value === 'string' && value.length <= 200)) return value;
  return wrong(expression, element, value, { zh: '文字', en: 'a text' });
}

function wrong(
  expression: Expression | undefined,
  element: string,
  value: JsonValue,
  wanted: { readonly zh: string; readonly en: string },
): never {
  const got = JSON.stringify(value).slice(0, 100);
  throw faults.expressionFailed({ element, text: expression?.text ?? '', got, wanted: wanted.en, wantedZh: wanted.zh });
}
