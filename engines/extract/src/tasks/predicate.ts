import { modalities } from './adverbs.ts';
import type { Verb } from './readVerb.ts';

/** What a clause promises. Offsets are indices of the clause. */
export interface Predicate {
  readonly verb: string;
  readonly object: string;
  readonly modifier: string;
  readonly modality?: string;
  readonly confidence: number;
}

/** A verb at its place: what stands before it from here is the modifier, what follows it the object. */
export function predicateOf(clause: string, from: number, verb: Verb, confidence: number): Predicate {
  const modifier = clause.slice(from, verb.start);
  const modality = modalities.find((word) => modifier.includes(word) || verb.text.startsWith(word));
  return {
    verb: verb.text,
    object: clause.slice(verb.end),
    modifier,
    ...(modality === undefined ? {} : { modality }),
    confidence,
  };
}

/** 都要 is as firm as 要. */
export const modalityOf = (said: string): string => modalities.find((word) => said.endsWith(word)) ?? said;
