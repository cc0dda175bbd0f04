import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Bilingual, type CaseDetail } from '@yiwang/contract';
import type { CaseView } from '@yiwang/handle';
import { inBandVariable } from '../flow/signBand.ts';

const Decided = Type.Object({
  decision: Type.String(),
  rules: Type.Array(Type.String()),
  outputs: Type.Record(Type.String(), Type.Unknown()),
  reason: Bilingual,
});

const Observed = Type.Object({
  thing: Type.String(),
  thingName: Bilingual,
  indicator: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  at: Type.String(),
});

function read<S extends TSchema>(schema: S, value: unknown): Static<S> | undefined {
  return Value.Check(schema, value) ? value : undefined;
}

/** Why it is a case: what the flow wrote into its variables when it opened it. Null for a case that began otherwise. */
export function decisionOf({ variables }: CaseView): CaseDetail['decision'] {
  const decided = read(Decided, variables['decided']);
  if (decided === undefined) return null;
  const { decision, rules, outputs, reason } = decided;
  return { id: decision, reason, rules, outputs };
}

/** The observation that began it, and whether its sign is in band again. */
export function observationOf({ variables }: CaseView): CaseDetail['observation'] {
  const observed = read(Observed, variables);
  if (observed === undefined) return null;
  const { thing, thingName, indicator, value, unit, at } = observed;
  return { thing, name: thingName, indicator, value, unit, at, inBandAgain: variables[inBandVariable] === true };
}
