import type { Variables } from '../parse/syntaxTree.ts';
import { placeAt, type Origin, type Place } from '../place.ts';
import type { ArithmeticOperator, FeelNode } from '../tree.ts';
import { kindOf } from '../values/value.ts';
import { childrenOf } from './checkNames.ts';
import { typeText, type FeelType } from './type.ts';

/** An operation whose operands can not fit, whatever their values. */
export interface TypeMistake {
  readonly place: Place;
  readonly operation: string;
  readonly left: string;
  readonly right: string;
}

type Scope = ReadonlyMap<string, FeelType>;

const orderless = new Set<FeelType>(['boolean', 'function', 'range']);

/** Finds operations on types that can not fit. What is not known is `any` and never a mistake. `tested` is the type of `?`. */
export function checkTypes(root: FeelNode, text: string, variables: Variables, origin: Origin): TypeMistake[] {
  const mistakes: TypeMistake[] = [];
  const note = (node: FeelNode, operation: string, left: FeelType, right: FeelType): void => {
    mistakes.push({ place: placeAt(text, node.from, origin), operation, left: typeText(left), right: typeText(right) });
  };

  const compare = (node: FeelNode, operation: string, left: FeelType, right: FeelType): FeelType => {
    const equality = operation === '=' || operation === '!=';
    if (isOpen(left) || isOpen(right)) return 'boolean';
    if (left !== right || (!equality && orderless.has(left))) note(node, operation, left, right);
    return 'boolean';
  };

  const typeOf = (node: FeelNode, scope: Scope): FeelType => {
    switch (node.kind) {
      case 'literal': {
        const kind = kindOf(node.value);
        return kind === 'list' || kind === 'context' ? 'any' : kind;
      }
      case 'name':
        return scope.get(node.name) ?? 'any';
      case 'tested':
        return scope.get('?') ?? 'any';
      case 'path': {
        const from = typeOf(node.source, scope);
        return typeof from === 'object' && 'context' in from ? (from.context[node.name] ?? 'any') : 'any';
      }
      case 'arithmetic': {
        const [left, right] = [typeOf(node.left, scope), typeOf(node.right, scope)];
        if (isOpen(left) || isOpen(right)) return left === 'number' && right === 'number' ? 'number' : 'any';
        if (!canCompute(node.operator, left, right)) note(node, node.operator, left, right);
        return left === right && (left === 'number' || left === 'string') ? left : 'any';
      }
      case 'negation': {
        const operand = typeOf(node.operand, scope);
        if (!isOpen(operand) && operand !== 'number' && !isDuration(operand)) note(node, '-', operand, operand);
        return operand;
      }
      case 'comparison':
        return compare(node, node.operator, typeOf(node.left, scope), typeOf(node.right, scope));
      case 'compareTest':
        return compare(node, node.operator, scope.get('?') ?? 'any', typeOf(node.operand, scope));
      case 'between': {
        const value = typeOf(node.value, scope);
        compare(node, 'between', value, typeOf(node.low, scope));
        return compare(node, 'between', value, typeOf(node.high, scope));
      }
      case 'in': {
        const inner = new Map(scope).set('?', typeOf(node.value, scope));
        for (const test of node.tests) testOf(test, inner);
        return 'boolean';
      }
      case 'unaryTests':
        for (const test of node.tests) testOf(test, scope);
        return 'boolean';
      case 'junction':
        for (const side of [node.left, node.right]) typeOf(side, scope);
        return 'boolean';
      case 'range': {
        const low = node.low === undefined ? 'any' : typeOf(node.low, scope);
        const high = node.high === undefined ? 'any' : typeOf(node.high, scope);
        compare(node, '..', low, high);
        return 'range';
      }
      case 'if': {
        typeOf(node.condition, scope);
        const [yes, no] = [typeOf(node.consequent, scope), typeOf(node.alternative, scope)];
        return yes === no ? yes : 'any';
      }
      case 'list':
      case 'instanceOf':
        for (const child of childrenOf(node)) typeOf(child, scope);
        return node.kind === 'list' ? { list: 'any' } : 'boolean';
      // What these bind is known only when they run; their insides are left to the evaluator.
      case 'call':
      case 'context':
      case 'filter':
      case 'for':
      case 'quantified':
      case 'function':
        return 'any';
    }
  };

  /** A test that is a value is compared with `?`; a range has to fit it. */
  const testOf = (test: FeelNode, scope: Scope): void => {
    const tested = scope.get('?') ?? 'any';
    if (test.kind === 'literal' && test.value !== null) compare(test, '=', tested, typeOf(test, scope));
    else if (test.kind === 'range') {
      typeOf(test, scope);
      if (test.low !== undefined) compare(test, 'in', tested, typeOf(test.low, scope));
      if (test.high !== undefined) compare(test, 'in', tested, typeOf(test.high, scope));
    } else typeOf(test, scope);
  };

  typeOf(root, new Map(Object.entries(variables)));
  return mistakes;
}

/** Types about which nothing certain can be said; a list of one stands for its item. */
function isOpen(type: FeelType): boolean {
  return type === 'any' || type === 'null' || typeof type === 'object';
}

function isDuration(type: FeelType): boolean {
  return type === 'years and months duration' || type === 'days and time duration';
}

function isPoint(type: FeelType): boolean {
  return type === 'date' || type === 'time' || type === 'date and time';
}

function canCompute(operator: ArithmeticOperator, left: FeelType, right: FeelType): boolean {
  if (left === 'number' && right === 'number') return true;
  switch (operator) {
    case '+':
      if (left === 'string' && right === 'string') return true;
      return isDuration(left) ? isPoint(right) || left === right : isPoint(left) && isDuration(right);
    case '-':
      if (isPoint(left)) return isDuration(right) || isPoint(right);
      return isDuration(left) && left === right;
    case '*':
      return (isDuration(left) && right === 'number') || (left === 'number' && isDuration(right));
    case '/':
      return isDuration(left) && (right === 'number' || left === right);
    case '**':
      return false;
  }
}
