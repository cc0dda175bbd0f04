import type { SyntaxNode } from '@lezer/common';
import type { FeelType } from '../check/type.ts';
import { faults } from '../faults.ts';
import { externalFunction } from '../functions/externalFunction.ts';
import { placeAt, type Origin } from '../place.ts';
import type { ArithmeticOperator, ComparisonOperator, ContextNode, FeelNode, Iterator, RangeNode } from '../tree.ts';
import { findExact } from '../values/exact.ts';
import { findDate, findDateTime, findDuration, findTime } from '../values/parseTemporal.ts';
import { maxNesting } from './limits.ts';
import {
  isMeaning,
  malformed,
  meaningOf,
  nameOf,
  partsOf,
  pick,
  refuse,
  source,
  span,
  type Reading,
} from './reading.ts';
import { readType } from './readType.ts';
import { unquote } from './unquote.ts';

type Reader = (syntax: SyntaxNode, reading: Reading) => FeelNode;

/** Turns the grammar's tree into the typed tree. @throws feel.unsupported for what is not covered, feel.tooLarge. */
export function fromSyntax(
  root: SyntaxNode,
  text: string,
  declared: ReadonlyMap<string, string>,
  types: Readonly<Record<string, FeelType>>,
  origin: Origin,
): FeelNode {
  const reading: Reading = { text, origin, declared, types, depth: 0 };
  return root.name === 'UnaryTests' ? readUnaryTests(root, reading) : readOnly(root, reading);
}

function read(syntax: SyntaxNode, reading: Reading): FeelNode {
  const reader = readers[syntax.name];
  if (reader === undefined) return refuse(syntax, reading, syntax.name);
  reading.depth += 1;
  if (reading.depth > maxNesting) {
    throw faults.tooLarge({ ...placeAt(reading.text, syntax.from, reading.origin), limit: `${maxNesting} levels` });
  }
  const node = reader(syntax, reading);
  reading.depth -= 1;
  return node;
}

function readOnly(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = meaningOf(syntax);
  return parts.length === 1 ? read(pick(parts, 0, syntax, reading), reading) : malformed(syntax, reading);
}

function readUnaryTests(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const any = parts.some((part) => part.name === 'Wildcard');
  const tests = parts.filter((part) => part.name === 'PositiveUnaryTests').flatMap((part) => readTests(part, reading));
  if (!any && tests.length === 0) return malformed(syntax, reading);
  return { kind: 'unaryTests', ...span(syntax), any, negated: parts.some((part) => part.name === 'not'), tests };
}

function readTests(syntax: SyntaxNode, reading: Reading): FeelNode[] {
  return meaningOf(syntax).map((part) => read(part, reading));
}

/** Brackets around a single test, as in `x in (= 5)`, group; elsewhere `(>= 5)` is a range. */
function readTest(syntax: SyntaxNode, reading: Reading): FeelNode {
  return syntax.name === 'ParenthesizedExpression' ? readOnly(syntax, reading) : read(syntax, reading);
}

function comparisonOperator(syntax: SyntaxNode, reading: Reading): ComparisonOperator {
  const text = source(syntax, reading);
  switch (text) {
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return text;
    default:
      return refuse(syntax, reading, text);
  }
}

function arithmeticOperator(syntax: SyntaxNode, reading: Reading): ArithmeticOperator {
  const text = source(syntax, reading);
  switch (text) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '**':
      return text;
    default:
      return refuse(syntax, reading, text);
  }
}

function readArithmetic(syntax: SyntaxNode, reading: Reading): FeelNode {
  const [first, second, third] = partsOf(syntax);
  if (first === undefined || second === undefined) return malformed(syntax, reading);
  if (third === undefined) return { kind: 'negation', ...span(syntax), operand: read(second, reading) };
  const operator = arithmeticOperator(second, reading);
  return { kind: 'arithmetic', ...span(syntax), operator, left: read(first, reading), right: read(third, reading) };
}

function readComparison(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const [first, second] = parts;
  if (first === undefined || second === undefined) return malformed(syntax, reading);
  const value = read(first, reading);
  if (second.name === 'between') {
    const ends = parts.slice(2).filter((part) => part.name !== 'and');
    const low = read(pick(ends, 0, syntax, reading), reading);
    return { kind: 'between', ...span(syntax), value, low, high: read(pick(ends, 1, syntax, reading), reading) };
  }
  if (second.name === 'in') {
    const tests = parts.slice(2).filter(isMeaning);
    const read_ = tests.flatMap((part) =>
      part.name === 'PositiveUnaryTests' ? readTests(part, reading) : [readTest(part, reading)],
    );
    return { kind: 'in', ...span(syntax), value, tests: read_ };
  }
  const operator = comparisonOperator(second, reading);
  const right = readOperand(pick(parts, 2, syntax, reading), reading);
  return { kind: 'comparison', ...span(syntax), operator, left: value, right };
}

/** The grammar takes `x == 3` for x equal to the test `= 3`. */
function readOperand(syntax: SyntaxNode, reading: Reading): FeelNode {
  return syntax.name === 'SimplePositiveUnaryTest' && partsOf(syntax)[0]?.name === 'CompareOp'
    ? malformed(syntax, reading)
    : read(syntax, reading);
}

function readJunction(operator: 'and' | 'or'): Reader {
  return (syntax, reading) => {
    const parts = partsOf(syntax).filter((part) => part.name !== operator);
    const left = read(pick(parts, 0, syntax, reading), reading);
    return { kind: 'junction', ...span(syntax), operator, left, right: read(pick(parts, 1, syntax, reading), reading) };
  };
}

function readSimpleTest(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const [first, second] = parts;
  if (first?.name !== 'CompareOp') return readOnly(syntax, reading);
  const operator = comparisonOperator(first, reading);
  return {
    kind: 'compareTest',
    ...span(syntax),
    operator,
    operand: readOperand(second ?? malformed(syntax, reading), reading),
  };
}

/** `(>= 5)` as a value is a range with one open end, `(= 5)` and `(!= 5)` hold one value or all others; other brackets only group. */
function readParenthesized(syntax: SyntaxNode, reading: Reading): FeelNode {
  const inner = readOnly(syntax, reading);
  return inner.kind === 'compareTest' ? rangeOf(inner.operator, inner.operand, span(syntax)) : inner;
}

function rangeOf(operator: ComparisonOperator, operand: FeelNode, at: { from: number; to: number }): RangeNode {
  if (operator === '=' || operator === '!=') {
    const included = operator === '=';
    return {
      kind: 'range',
      ...at,
      operator,
      low: operand,
      high: operand,
      lowIncluded: included,
      highIncluded: included,
    };
  }
  const included = operator.endsWith('=');
  return operator.startsWith('<')
    ? { kind: 'range', ...at, high: operand, lowIncluded: false, highIncluded: included }
    : { kind: 'range', ...at, low: operand, lowIncluded: included, highIncluded: false };
}

function readInterval(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const ends = parts.filter(isMeaning);
  const low = read(pick(ends, 0, syntax, reading), reading);
  const high = read(pick(ends, 1, syntax, reading), reading);
  const lowIncluded = parts[0]?.name === '[';
  return { kind: 'range', ...span(syntax), low, high, lowIncluded, highIncluded: parts.at(-1)?.name === ']' };
}

function readNumber(syntax: SyntaxNode, reading: Reading): FeelNode {
  const text = source(syntax, reading).replace(/\s+/g, '');
  const value = findExact(text) ?? refuse(syntax, reading, text.slice(0, 40));
  return { kind: 'literal', ...span(syntax), value };
}

function readAtLiteral(syntax: SyntaxNode, reading: Reading): FeelNode {
  const text = unquote(source(syntax, reading).replace(/^@\s*/, ''));
  const value =
    text === undefined ? undefined : (findDuration(text) ?? findDate(text) ?? findDateTime(text) ?? findTime(text));
  return { kind: 'literal', ...span(syntax), value: value ?? null };
}

function readDateTime(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const at = parts.find((part) => part.name === 'AtLiteral');
  if (at !== undefined) return readAtLiteral(at, reading);
  return readCall(syntax, reading);
}

function readCall(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = meaningOf(syntax);
  const callee = read(pick(parts, 0, syntax, reading), reading);
  const given = parts[1];
  if (given?.name === 'NamedParameters') {
    const named = meaningOf(given).map((parameter) => {
      const [name, value] = meaningOf(parameter);
      if (name === undefined || value === undefined) return malformed(parameter, reading);
      return { name: nameOf(name, reading), value: read(value, reading) };
    });
    return { kind: 'call', ...span(syntax), callee, named };
  }
  const positional = given === undefined ? [] : meaningOf(given).map((part) => read(part, reading));
  return { kind: 'call', ...span(syntax), callee, positional };
}

function readIterators(syntax: SyntaxNode, reading: Reading): Iterator[] {
  const inside = partsOf(syntax).find((part) => part.name === 'InExpressions') ?? malformed(syntax, reading);
  return meaningOf(inside).map((part) => {
    const [name, over] = meaningOf(part);
    if (name === undefined || over === undefined) return malformed(part, reading);
    const ends = over.name === 'IterationContext' ? meaningOf(over) : [over];
    const first = read(pick(ends, 0, part, reading), reading);
    const last = ends[1];
    const base = { name: nameOf(name, reading), source: first };
    return last === undefined ? base : { ...base, end: read(last, reading) };
  });
}

function readBody(syntax: SyntaxNode, reading: Reading): FeelNode {
  return read(meaningOf(syntax).at(-1) ?? malformed(syntax, reading), reading);
}

function readContext(syntax: SyntaxNode, reading: Reading): FeelNode {
  const entries = meaningOf(syntax).map((entry) => {
    const [key, value] = meaningOf(entry);
    if (key === undefined || value === undefined) return malformed(entry, reading);
    const inner = partsOf(key)[0] ?? key;
    const text = inner.name === 'StringLiteral' ? unquote(source(inner, reading)) : nameOf(inner, reading);
    return { key: text ?? malformed(key, reading), value: read(value, reading) };
  });
  if (new Set(entries.map((entry) => entry.key)).size < entries.length) return refuse(syntax, reading, 'duplicate key');
  return { kind: 'context', ...span(syntax), entries };
}

function readFunction(syntax: SyntaxNode, reading: Reading): FeelNode {
  const parts = partsOf(syntax);
  const formal = parts.find((part) => part.name === 'FormalParameters');
  const parameters = (formal === undefined ? [] : meaningOf(formal)).map((parameter) => {
    const [name, type] = meaningOf(parameter);
    if (name === undefined) return malformed(parameter, reading);
    return { name: nameOf(name, reading), type: type === undefined ? 'any' : readType(type, reading) };
  });
  const body = parts.find((part) => part.name === 'FunctionBody') ?? malformed(syntax, reading);
  if (parts.some((part) => part.name === 'external')) {
    const mapping = readOnly(body, reading);
    if (mapping.kind !== 'context') return malformed(body, reading);
    const names = parameters.map((parameter) => parameter.name);
    return { kind: 'literal', ...span(syntax), value: readExternal(mapping, names, reading) };
  }
  return { kind: 'function', ...span(syntax), parameters, body: readOnly(body, reading) };
}

/** @throws feel.noExternalFunction for one that is not in the table. */
function readExternal(mapping: ContextNode, parameters: readonly string[], reading: Reading) {
  const java = entryOf(mapping, 'java');
  const [name, signature] =
    java?.kind === 'context' ? [entryOf(java, 'class'), entryOf(java, 'method signature')] : [undefined, undefined];
  const place = placeAt(reading.text, mapping.from, reading.origin);
  if (name?.kind !== 'literal' || typeof name.value !== 'string') {
    throw faults.unsupported({ ...place, what: 'external {…} without java: {class, method signature}' });
  }
  if (signature?.kind !== 'literal' || typeof signature.value !== 'string') {
    throw faults.unsupported({ ...place, what: 'external {…} without java: {class, method signature}' });
  }
  return externalFunction(name.value, signature.value, parameters, place);
}

function entryOf(context: ContextNode, key: string): FeelNode | undefined {
  return context.entries.find((entry) => entry.key === key)?.value;
}

const readName: Reader = (syntax, reading) => {
  const name = nameOf(syntax, reading);
  // The grammar takes `?` for a name inside some expressions.
  return name === '?' ? { kind: 'tested', ...span(syntax) } : { kind: 'name', ...span(syntax), name };
};

const readers: Readonly<Record<string, Reader>> = {
  NumericLiteral: readNumber,
  StringLiteral: (syntax, reading) => ({
    kind: 'literal',
    ...span(syntax),
    value: unquote(source(syntax, reading)) ?? malformed(syntax, reading),
  }),
  BooleanLiteral: (syntax, reading) => ({
    kind: 'literal',
    ...span(syntax),
    value: source(syntax, reading) === 'true',
  }),
  null: (syntax) => ({ kind: 'literal', ...span(syntax), value: null }),
  DateTimeLiteral: readDateTime,
  AtLiteral: readAtLiteral,
  DateTimeConstructor: readName,
  SpecialFunctionName: readName,
  VariableName: readName,
  '?': (syntax) => ({ kind: 'tested', ...span(syntax) }),
  PathExpression: (syntax, reading) => {
    const parts = meaningOf(syntax);
    const from = read(pick(parts, 0, syntax, reading), reading);
    return { kind: 'path', ...span(syntax), source: from, name: nameOf(pick(parts, 1, syntax, reading), reading) };
  },
  ArithmeticExpression: readArithmetic,
  Comparison: readComparison,
  Conjunction: readJunction('and'),
  Disjunction: readJunction('or'),
  ParenthesizedExpression: readParenthesized,
  PositiveUnaryTest: readOnly,
  SimplePositiveUnaryTest: readSimpleTest,
  Interval: readInterval,
  IfExpression: (syntax, reading) => {
    const parts = meaningOf(syntax).filter((part) => !['if', 'then', 'else'].includes(part.name));
    const [condition, consequent, alternative] = [0, 1, 2].map((index) =>
      read(pick(parts, index, syntax, reading), reading),
    );
    if (condition === undefined || consequent === undefined || alternative === undefined)
      return malformed(syntax, reading);
    return { kind: 'if', ...span(syntax), condition, consequent, alternative };
  },
  List: (syntax, reading) => ({
    kind: 'list',
    ...span(syntax),
    items: meaningOf(syntax).map((part) => read(part, reading)),
  }),
  Context: readContext,
  FilterExpression: (syntax, reading) => {
    const parts = meaningOf(syntax);
    const from = read(pick(parts, 0, syntax, reading), reading);
    return { kind: 'filter', ...span(syntax), source: from, condition: read(pick(parts, 1, syntax, reading), reading) };
  },
  ForExpression: (syntax, reading) => ({
    kind: 'for',
    ...span(syntax),
    iterators: readIterators(syntax, reading),
    body: readBody(syntax, reading),
  }),
  QuantifiedExpression: (syntax, reading) => ({
    kind: 'quantified',
    ...span(syntax),
    quantifier: partsOf(syntax)[0]?.name === 'every' ? 'every' : 'some',
    iterators: readIterators(syntax, reading),
    condition: readBody(syntax, reading),
  }),
  FunctionInvocation: readCall,
  FunctionDefinition: readFunction,
  InstanceOfExpression: (syntax, reading) => {
    const parts = meaningOf(syntax);
    const value = read(pick(parts, 0, syntax, reading), reading);
    return { kind: 'instanceOf', ...span(syntax), value, type: readType(pick(parts, 1, syntax, reading), reading) };
  },
};
