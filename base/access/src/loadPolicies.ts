import {
  checkParsePolicySet,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  statefulIsAuthorized,
  type PolicyJson,
} from '@cedar-policy/cedar-wasm/nodejs';
import { entitiesOf, type Principal, type Resource } from './attributes.ts';
import { accessFaults as faults } from './faults.ts';
import { and, not, or, rowCondition, type Condition } from './rowCondition.ts';

export interface Question {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: Resource;
}

export interface Access {
  /** Cedar's answer; everything that no policy permits is denied, and so is what can't be evaluated. */
  allows(question: Question): boolean;
  /** The answer with the ids of the policies that decided, for the log. */
  decide(question: Question): { readonly allowed: boolean; readonly policies: readonly string[] };
  /**
   * The rows that `allows` would say yes to, as a condition on `alias.region`, `alias.organisation` and, where the
   * policies speak of applications, `alias.app`. Parameters are numbered from `firstParam`.
   */
  rowPredicate(principal: Principal, action: string, alias: string, firstParam: number): RowPredicate;
}

export interface RowPredicate {
  readonly sql: string;
  readonly values: readonly string[];
}

interface Policy {
  readonly name: string;
  readonly json: PolicyJson;
}

let loaded = 0;

/**
 * Loads Cedar policies. An empty text denies everything.
 * @throws access.malformedPolicies with the line; access.noPredicate where a policy can't become a condition on rows.
 */
export function loadPolicies(text: string): Access {
  const policies = parse(text);
  const set = `policies-${++loaded}`;
  const ready = preparsePolicySet(set, {
    staticPolicies: Object.fromEntries(policies.map(({ name, json }) => [name, json])),
  });
  if (ready.type === 'failure')
    throw faults.malformedPolicies({ line: 1, reason: ready.errors[0]?.message ?? 'unknown' });
  const nobody: Principal = { account: '0', roles: [], region: '000000', organisation: 'nobody' };
  for (const { json, name } of policies) rowCondition(json, name, nobody);

  const decide = ({ principal, action, resource }: Question) => {
    const answer = statefulIsAuthorized({
      principal: { type: 'Account', id: principal.account },
      action: { type: 'Action', id: action },
      resource: { type: 'Row', id: 'row' },
      context: {},
      preparsedPolicySetId: set,
      entities: entitiesOf(principal, resource),
    });
    if (answer.type === 'failure')
      throw faults.malformedPolicies({ line: 1, reason: answer.errors[0]?.message ?? 'unknown' });
    const { decision, diagnostics } = answer.response;
    return { allowed: decision === 'allow' && diagnostics.errors.length === 0, policies: diagnostics.reason };
  };

  return {
    decide,
    allows: (question) => decide(question).allowed,
    rowPredicate(principal, action, alias, firstParam) {
      let permitted: Condition = false;
      let forbidden: Condition = false;
      for (const { json, name } of policies) {
        if (!concerns(json, action)) continue;
        const one = rowCondition(json, name, principal);
        if (json.effect === 'permit') permitted = or(permitted, one);
        else forbidden = or(forbidden, one);
      }
      return numbered(and(permitted, not(forbidden)), alias, firstParam);
    },
  };
}

function concerns({ action }: PolicyJson, wanted: string): boolean {
  const named = (entity: unknown): boolean =>
    typeof entity === 'object' && entity !== null && 'id' in entity && entity.id === wanted;
  if (action.op === 'All') return true;
  if (action.op === '==') return 'entity' in action && named(action.entity);
  return 'entities' in action ? action.entities.some(named) : 'entity' in action && named(action.entity);
}

function numbered(condition: Condition, alias: string, firstParam: number): RowPredicate {
  if (typeof condition === 'boolean') return { sql: condition ? 'TRUE' : 'FALSE', values: [] };
  let next = firstParam;
  const sql = condition.sql.replace(/§|\?/g, (mark) => (mark === '§' ? `${alias}.` : `$${next++}`));
  return { sql, values: condition.values };
}

function parse(text: string): Policy[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const checked = checkParsePolicySet({ staticPolicies: text });
  if (checked.type === 'failure') {
    const [error] = checked.errors;
    const start = error?.sourceLocations?.[0]?.start ?? 0;
    throw faults.malformedPolicies({ line: lineAt(start), reason: error?.message ?? 'unknown' });
  }
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure')
    throw faults.malformedPolicies({ line: 1, reason: parts.errors[0]?.message ?? 'unknown' });
  return parts.policies.map((one, index) => {
    const read = policyToJson(one);
    if (read.type === 'failure')
      throw faults.malformedPolicies({ line: 1, reason: read.errors[0]?.message ?? 'unknown' });
    const { json } = read;
    if (json.principal.op !== 'All' || json.resource.op !== 'All') {
      throw faults.noPredicate({
        policy: `policy${index}`,
        reason: 'principal and resource are described by conditions, not in the head',
      });
    }
    return { name: json.annotations?.['id'] ?? `policy${index}`, json };
  });
}
