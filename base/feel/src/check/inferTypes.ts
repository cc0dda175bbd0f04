import { builtins } from '../functions/registry.ts';
import { placeAt, type Origin, type Place } from '../place.ts';
import type { Call, FeelNode, Filter, Iterator, Path } from '../tree.ts';
import { findDuration } from '../values/parseTemporal.ts';
import { kindOf, type FeelValue } from '../values/value.ts';
import { builtinResult, builtinType } from './builtinTypes.ts';
import { joinAll, joinTypes } from './joinTypes.ts';
import { arithmeticType, canCompare, isDuration, isOpen } from './operatorTypes.ts';
import { knownProperties, propertyType } from './propertyType.ts';
import { findNearest } from './suggest.ts';
import { typeText, type FeelType } from './type.ts';

/** An operation whose operands can not fit, whatever their values. */
export interface TypeMistake {
  readonly place: Place;
  readonly operation: string;
  readonly left: string;
  readonly right: string;
  /** Set where a field is asked that its source can not have. */
  readonly missing?: { readonly name: string; readonly near: string | undefined };
}

export interface Inferred {
  /** The type of every node of the tree, as far as it can be known before it runs. */
  readonly types: ReadonlyMap<FeelNode, FeelType>;
  readonly mistakes: TypeMistake[];
}

interface Scope {
  readonly known: ReadonlyMap<string, FeelType>;
  /** Inside a filter over items of unknown fields any name may be a field of the item. */
  readonly open: boolean;
  /** Inside a filter over items that may have more fields than their type says. */
  readonly vague: boolean;
}

/** Gives every node its type and finds operations on types that can not fit. What is not known is `any` and never a mistake. `?` is a variable of that name; `declared` are the contexts of which all fields are known. */
export function inferTypes(
  root: FeelNode,
  text: string,
  known: ReadonlyMap<string, FeelType>,
  declared: ReadonlySet<FeelType>,
  origin: Origin,
): Inferred {
  const types = new Map<FeelNode, FeelType>();
  const mistakes: TypeMistake[] = [];
  const note = (node: FeelNode, operation: string, left: FeelType, right: FeelType): void => {
    mistakes.push({ place: placeAt(text, node.from, origin), operation, left: typeText(left), right: typeText(right) });
  };
  const compare = (node: FeelNode, operation: string, left: FeelType, right: FeelType): 'boolean' => {
    if (!canCompare(operation, left, right)) note(node, operation, left, right);
    return 'boolean';
  };

  const noteMissing = (from: number, source: FeelType, name: string, known: readonly string[]): void => {
    const place = placeAt(text, from, origin);
    const missing = { name, near: findNearest(name, known) };
    mistakes.push({ place, operation: `.${name}`, left: typeText(source), right: 'null', missing });
  };

  const typeOf = (node: FeelNode, scope: Scope): FeelType => {
    const type = infer(node, scope);
    types.set(node, type);
    return type;
  };

  const infer = (node: FeelNode, scope: Scope): FeelType => {
    switch (node.kind) {
      case 'literal':
        return valueType(node.value);
      case 'name':
        if (isMissing(node.name, scope)) noteMissing(node.from, 'any', node.name, [...scope.known.keys()]);
        return nameType(node.name, scope);
      case 'tested':
        return scope.known.get('?') ?? 'any';
      case 'path':
        return fieldType(node, typeOf(node.source, scope));
      case 'arithmetic': {
        const [left, right] = [typeOf(node.left, scope), typeOf(node.right, scope)];
        const type = arithmeticType(node.operator, left, right);
        if (type === undefined) note(node, node.operator, left, right);
        return type ?? 'null';
      }
      case 'negation': {
        const operand = typeOf(node.operand, scope);
        const fits = isOpen(operand) || operand === 'number' || isDuration(operand);
        if (!fits) note(node, '-', operand, operand);
        return fits ? operand : 'null';
      }
      case 'comparison':
        return compare(node, node.operator, typeOf(node.left, scope), typeOf(node.right, scope));
      case 'compareTest':
        return compare(node, node.operator, scope.known.get('?') ?? 'any', typeOf(node.operand, scope));
      case 'between': {
        const value = typeOf(node.value, scope);
        compare(node, 'between', value, typeOf(node.low, scope));
        return compare(node, 'between', value, typeOf(node.high, scope));
      }
      case 'in': {
        const inner = withNames(scope, [['?', typeOf(node.value, scope)]]);
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
        const low = node.low === undefined ? 'null' : typeOf(node.low, scope);
        const high = node.high === undefined ? 'null' : typeOf(node.high, scope);
        compare(node, '..', low, high);
        return { range: joinTypes(low, high) };
      }
      case 'if':
        typeOf(node.condition, scope);
        return joinTypes(typeOf(node.consequent, scope), typeOf(node.alternative, scope));
      case 'list':
        return { list: joinAll(node.items.map((item) => typeOf(item, scope))) };
      case 'instanceOf':
        typeOf(node.value, scope);
        return 'boolean';
      case 'context': {
        let inner = scope;
        const entries = node.entries.map(({ key, value }): [string, FeelType] => {
          const entry: [string, FeelType] = [key, typeOf(value, inner)];
          inner = withNames(inner, [entry]);
          return entry;
        });
        return { context: Object.fromEntries(entries) };
      }
      case 'filter':
        return filterType(node, scope);
      case 'for': {
        const inner = withNames(iteratorScope(node.iterators, scope), [['partial', { list: 'any' }]]);
        return { list: typeOf(node.body, inner) };
      }
      case 'quantified':
        typeOf(node.condition, iteratorScope(node.iterators, scope));
        return 'boolean';
      case 'call':
        return callType(node, scope);
      case 'function': {
        const parameters = node.parameters.map(({ name, type }): [string, FeelType] => [name, type]);
        const result = typeOf(node.body, withNames(scope, parameters));
        return { function: { parameters: parameters.map(([, type]) => type), result } };
      }
    }
  };

  const fieldType = (node: Path, source: FeelType): FeelType => {
    const known = knownProperties(source, declared);
    if (known?.includes(node.name) === false) {
      const dot = text.slice(node.source.to, node.to).indexOf('.') + 1;
      noteMissing(node.source.to + dot, source, node.name, known);
    }
    return propertyType(source, node.name);
  };

  /** A test that is a value is compared with `?`; a range has to fit it. */
  const testOf = (test: FeelNode, scope: Scope): void => {
    const tested = scope.known.get('?') ?? 'any';
    const type = typeOf(test, scope);
    if (test.kind === 'literal' && test.value !== null) compare(test, '=', tested, type);
    else if (test.kind === 'range') {
      for (const end of [test.low, test.high]) {
        if (end !== undefined) compare(test, 'in', tested, types.get(end) ?? 'any');
      }
    }
  };

  const iteratorScope = (iterators: readonly Iterator[], scope: Scope): Scope => {
    let inner = scope;
    for (const { name, source, end } of iterators) {
      const from = typeOf(source, inner);
      const item = end === undefined ? itemType(from) : joinTypes(from, typeOf(end, inner));
      inner = withNames(inner, [[name, item]]);
    }
    return inner;
  };

  const filterType = (node: Filter, scope: Scope): FeelType => {
    const source = typeOf(node.source, scope);
    const item = typeof source === 'object' && 'list' in source ? source.list : source;
    const condition = typeOf(node.condition, itemScope(scope, item, declared));
    // A position that is null keeps nothing, which is a list.
    if (condition === 'number') return isPosition(node.condition) ? item : 'any';
    return condition === 'boolean' ? { list: item } : 'any';
  };

  const callType = (node: Call, scope: Scope): FeelType => {
    const { callee } = node;
    const named = node.named?.map(({ name, value }) => ({ name, value: typeOf(value, scope) }));
    const positional = node.positional?.map((argument) => typeOf(argument, scope));
    const target = typeOf(callee, scope);
    const builtin = callee.kind === 'name' && !isShadowed(callee.name, scope) ? builtins.get(callee.name) : undefined;
    if (builtin !== undefined) {
      if (builtin.name === 'duration') return durationType(node);
      return builtinResult(builtin.name, positional ?? builtin.arrange<FeelType>(named ?? [], 'null'));
    }
    return typeof target === 'object' && 'function' in target ? target.function.result : 'any';
  };

  typeOf(root, { known, open: false, vague: false });
  return { types, mistakes };
}

function isShadowed(name: string, scope: Scope): boolean {
  return scope.open || scope.known.has(name);
}

function nameType(name: string, scope: Scope): FeelType {
  const known = scope.known.get(name);
  if (known !== undefined) return known;
  const builtin = scope.open ? undefined : builtins.get(name);
  return builtin === undefined ? 'any' : builtinType(name, builtin.value.parameters);
}

function withNames(scope: Scope, added: Iterable<readonly [string, FeelType]>): Scope {
  return { ...scope, known: new Map([...scope.known, ...added]) };
}

function isPosition(node: FeelNode): boolean {
  return node.kind === 'literal' || (node.kind === 'negation' && isPosition(node.operand));
}

/** The names inside a filter: the fields of an item hide those around it, and where they are not known so is every name. */
function itemScope(scope: Scope, item: FeelType, declared: ReadonlySet<FeelType>): Scope {
  if (item === 'any') return { known: new Map(), open: true, vague: true };
  const fields = typeof item === 'object' && 'context' in item ? Object.entries(item.context) : [];
  const inner = withNames(scope, [['item', item], ...fields]);
  const isContext = kindIsContext(item);
  return {
    ...inner,
    open: scope.open || (isContext && fields.length === 0),
    vague: scope.vague || (isContext && !declared.has(item)),
  };
}

/** A name that nothing defines got past the check of names because it is in a filter; here the fields of the items are known. */
function isMissing(name: string, scope: Scope): boolean {
  return !scope.open && !scope.vague && !scope.known.has(name) && !builtins.has(name);
}

function kindIsContext(type: FeelType): boolean {
  return typeof type === 'object' && 'context' in type;
}

/** What an iterator walks over: the items of a list, the values of a range, or a value alone. */
function itemType(source: FeelType): FeelType {
  if (typeof source === 'string') return source === 'range' ? 'any' : source;
  if ('list' in source) return source.list;
  return 'range' in source ? source.range : source;
}

/** Which of the two kinds of duration is known only where its text stands there. */
function durationType(call: Call): FeelType {
  const from = (call.positional ?? call.named?.map(({ value }) => value) ?? [])[0];
  if (from?.kind !== 'literal') return 'any';
  return typeof from.value === 'string' ? valueType(findDuration(from.value) ?? null) : valueType(from.value);
}

function valueType(value: FeelValue): FeelType {
  const kind = kindOf(value);
  return kind === 'list' || kind === 'context' ? 'any' : kind;
}
