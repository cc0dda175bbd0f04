import { evaluate, fromFeel, isContext, parseExpression, toFeel, type FeelContext } from '@yiwang/feel';
import { isFault } from '@yiwang/faults';
import { say } from '@yiwang/messages';
import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Refuse } from './refusal.ts';

/** A FEEL expression of a model, parsed once. */
export interface Expression {
  readonly text: string;
  readonly evaluate: (variables: JsonObject) => JsonValue;
}

const noValues: FeelContext = new Map();
/** Steps of one evaluation at the most; an expression of a flow is short. */
const mostSteps = 100_000;

/**
 * Parses an expression; a leading `=`, as modelers write it, is taken off. A case has whatever variables it was given, so
 * every plain name is allowed; one without a value is null.
 * Evaluating it throws handle.expressionFailed past 100,000 steps.
 */
export function readExpression(text: string, element: XmlElement, refuse: Refuse): Expression {
  const trimmed = text.trim().replace(/^=/, '').trim();
  const parsed = parse(trimmed, element, refuse);
  const names = namesIn(trimmed);
  return {
    text: trimmed,
    evaluate: (variables) => {
      const scope = toFeel(
        Object.fromEntries(
          names.map((name) => [name, Object.hasOwn(variables, name) ? (variables[name] ?? null) : null]),
        ),
      );
      try {
        return fromFeel(evaluate(parsed, isContext(scope) ? scope : noValues, { maxSteps: mostSteps }).value);
      } catch (error) {
        if (!isFault(error, 'feel.tooMuchWork')) throw error;
        throw faults.expressionFailed({
          element: element.attributes['id'] ?? element.name,
          text: trimmed.slice(0, 200),
          got: '–',
          wanted: `a value within ${mostSteps} steps`,
          wantedZh: `${mostSteps} 步内的值`,
        });
      }
    },
  };
}

/** An expression that always gives the same. */
export function constant(value: JsonValue): Expression {
  return { text: JSON.stringify(value), evaluate: () => value };
}

/** The words that may be variables: no keyword, and no function that is called. */
function namesIn(text: string): string[] {
  // each pattern takes what it can't use too, so that the time is linear in the text
  const bare = text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, '""');
  const words = bare.matchAll(/([\p{L}_][\p{L}\p{N}_]*)(\s*\()?/gu);
  return [
    ...new Set(
      Array.from(words, ([, name = '', call]) => (call === undefined ? name : '')).filter(
        (name) => name !== '' && !keywords.has(name),
      ),
    ),
  ];
}

const keywords = new Set(
  'true false null not and or if then else for in return some every satisfies between function instance of'.split(' '),
);

function parse(text: string, element: XmlElement, refuse: Refuse) {
  try {
    return parseExpression(text, {
      variables: Object.fromEntries(namesIn(text).map((name) => [name, 'any'])),
      mistakes: 'null',
    });
  } catch (error) {
    if (!isFault(error)) throw error;
    return refuse(element, 'expression', {
      value: text.slice(0, 200),
      why: say(error.definition.detail, 'en', error.params),
    });
  }
}

/** A condition: true, or false for anything else, null included: a flow is taken only on true. */
export function isTrue(expression: Expression, variables: JsonObject): boolean {
  return expression.evaluate(variables) === true;
}

/** A whole number within bounds. @throws handle.expressionFailed */
export function countOf(
  expression: Expression,
  variables: JsonObject,
  element: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = expression.evaluate(variables);
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return number;
  return wrong(expression, element, value, {
    zh: `${least}–${most} 的整数`,
    en: `a whole number from ${least} to ${most}`,
  });
}

/** A list of at most so many items. @throws handle.expressionFailed */
export function listOf(
  expression: Expression,
  variables: JsonObject,
  element: string,
  most: number,
): readonly JsonValue[] {
  const value = expression.evaluate(variables);
  if (Array.isArray(value) && value.length <= most) return value;
  return wrong(expression, element, Array.isArray(value) ? value.length : value, {
    zh: `至多 ${most} 项的列表`,
    en: `a list of at most ${most} items`,
  });
}

/** Whole minutes, 1 to 10 years. @throws handle.expressionFailed */
export function minutesOf(expression: Expression, variables: JsonObject, element: string): number {
  const value = expression.evaluate(variables);
  if (typeof value === 'number' && value >= 1 && value <= 5_256_000) return Math.ceil(value);
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
