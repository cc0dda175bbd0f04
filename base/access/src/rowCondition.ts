import type { Expr, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { organisationLine, regionLine, type Principal } from './attributes.ts';
import { accessFaults as faults } from './faults.ts';

/** A condition on rows: decided already, or a piece of SQL with its values in order. */
export type Condition = boolean | { readonly sql: string; readonly values: readonly string[] };

/** Writes `column` of the row; the values are numbered when all pieces are put together, `?` stands for the next. */
type Column = 'region' | 'organisation';

/**
 * What a policy's conditions leave open once the principal is known. The same text that Cedar decides by becomes the
 * predicate, so the two can't drift apart.
 * @throws access.noPredicate where a condition uses more than roles, apps, region, organisation, and, or, not.
 */
export function rowCondition(policy: PolicyJson, name: string, principal: Principal): Condition {
  return policy.conditions.reduce<Condition>((sum, { kind, body }) => {
    const one = residue(body, name, principal);
    return and(sum, kind === 'when' ? one : not(one));
  }, true);
}

export function and(a: Condition, b: Condition): Condition {
  if (a === false || b === false) return false;
  if (a === true) return b;
  if (b === true) return a;
  return { sql: `(${a.sql} AND ${b.sql})`, values: [...a.values, ...b.values] };
}

export function or(a: Condition, b: Condition): Condition {
  if (a === true || b === true) return true;
  if (a === false) return b;
  if (b === false) return a;
  return { sql: `(${a.sql} OR ${b.sql})`, values: [...a.values, ...b.values] };
}

export function not(a: Condition): Condition {
  return typeof a === 'boolean' ? !a : { sql: `NOT ${a.sql}`, values: a.values };
}

type Operand = { readonly of: 'principal' | 'resource'; readonly attribute: string };

function residue(expression: Expr, name: string, principal: Principal): Condition {
  const refuse = (reason: string): never => {
    throw faults.noPredicate({ policy: name, reason });
  };
  /** An extension function is written as a list of arguments; none has a meaning for rows. */
  const known = <T extends object>(node: T | Expr[]): T =>
    Array.isArray(node) ? refuse('functions are not understood') : node;
  const walk = (node: Expr): Condition => {
    if ('Value' in node && typeof node.Value === 'boolean') return node.Value;
    if ('&&' in node) {
      const { left, right } = known(node['&&']);
      return and(walk(left), walk(right));
    }
    if ('||' in node) {
      const { left, right } = known(node['||']);
      return or(walk(left), walk(right));
    }
    if ('!' in node) return not(walk(known(node['!']).arg));
    if ('contains' in node) {
      const { left, right } = known(node.contains);
      const apps = appsOf(left);
      if (apps !== undefined) return holdsApp(apps, right);
      return rolesOf(left) && principal.roles.includes(textOf(right));
    }
    if ('containsAny' in node) {
      const { left, right } = known(node.containsAny);
      return rolesOf(left) && textsOf(right).some((role) => principal.roles.includes(role));
    }
    if ('containsAll' in node) {
      const { left, right } = known(node.containsAll);
      return rolesOf(left) && textsOf(right).every((role) => principal.roles.includes(role));
    }
    if ('in' in node) {
      const { left, right } = known(node.in);
      return compare(left, right, 'in');
    }
    if ('==' in node) {
      const { left, right } = known(node['==']);
      return compare(left, right, '==');
    }
    return refuse(`${Object.keys(node).join(', ')} is not understood`);
  };
  const operand = (node: Expr): Operand => {
    if (!('.' in node)) return refuse('only attributes can be compared');
    const { left, attr } = known(node['.']);
    if ('Var' in left && (left.Var === 'principal' || left.Var === 'resource'))
      return { of: left.Var, attribute: attr };
    return refuse('only attributes of principal and resource are known');
  };
  const rolesOf = (node: Expr): boolean => {
    const { of, attribute } = operand(node);
    return of === 'principal' && attribute === 'roles' ? true : refuse('only principal.roles is a set of roles');
  };
  /** The applications of a set of the principal; undefined where it is another set. */
  const appsOf = (node: Expr): readonly string[] | undefined => {
    const { of, attribute } = operand(node);
    if (of !== 'principal') return undefined;
    if (attribute === 'apps') return principal.apps ?? [];
    return attribute === 'stewardOf' ? (principal.stewardOf ?? []) : undefined;
  };
  const holdsApp = (apps: readonly string[], node: Expr): Condition => {
    const { of, attribute } = operand(node);
    if (of !== 'resource' || attribute !== 'app') return refuse('such a set holds the app of the resource');
    return apps.length > 0 && { sql: `§app IN (${apps.map(() => '?').join(', ')})`, values: apps };
  };
  const textOf = (node: Expr): string =>
    'Value' in node && typeof node.Value === 'string' ? node.Value : refuse('a role must be a text');
  const textsOf = (node: Expr): string[] =>
    'Set' in node ? node.Set.map((one) => textOf(one)) : refuse('a set of roles is needed');
  const compare = (leftNode: Expr, rightNode: Expr, how: 'in' | '=='): Condition => {
    const left = operand(leftNode);
    const right = operand(rightNode);
    if (left.of === right.of || left.attribute !== right.attribute) {
      return refuse('compare an attribute of the resource with the same one of the principal');
    }
    if (left.attribute !== 'region' && left.attribute !== 'organisation')
      return refuse(`${left.attribute} is no column`);
    const column: Column = left.attribute;
    if (how === '==') return { sql: `§${column} = ?`, values: [principal[column]] };
    return left.of === 'resource' ? inside(column, principal[column]) : around(column, principal[column]);
  };
  return walk(expression);
}

/** The rows whose region or organisation lies in the given one: a prefix, so that a B-tree can serve it. */
function inside(column: Column, value: string): Condition {
  if (column === 'organisation') {
    organisationLine(value);
    return { sql: `(§organisation = ? OR §organisation LIKE ?)`, values: [value, `${value}.%`] };
  }
  regionLine(value);
  const prefix = value.endsWith('0000') ? value.slice(0, 2) : value.endsWith('00') ? value.slice(0, 4) : value;
  return prefix.length === 6
    ? { sql: `§region = ?`, values: [value] }
    : { sql: `§region LIKE ?`, values: [`${prefix}%`] };
}

/** The rows whose region or organisation the given one lies in: a city's, for somebody of one of its districts. */
function around(column: Column, value: string): Condition {
  const line = column === 'region' ? regionLine(value) : organisationLine(value);
  return { sql: `§${column} IN (${line.map(() => '?').join(', ')})`, values: line };
}
