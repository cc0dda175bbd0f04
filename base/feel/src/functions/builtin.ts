import type { Run } from '../evaluate/run.ts';
import type { FeelFunction, FeelValue } from '../values/value.ts';

type Body = (values: readonly FeelValue[], run: Run) => FeelValue | undefined;

/** A function of FEEL itself. */
export interface Builtin {
  readonly name: string;
  /** The parameter lists it can be called with; one that ends with `…` takes any number. */
  readonly signatures: readonly (readonly string[])[];
  /** Undefined: the arguments do not fit, the result is null with a warning. */
  readonly call: Body;
  readonly fits: (positional: number | undefined, named: readonly string[] | undefined) => boolean;
  /** Named arguments, or what is known of them, in the order of the signature that knows them. */
  readonly arrange: <T>(named: readonly { readonly name: string; readonly value: T }[], missing: T) => T[];
  /** Whether a named argument can have such a value; all can where it is not said. */
  readonly takes: (name: string, value: FeelValue) => boolean;
  /** The function as a value, to be passed to another. */
  readonly value: FeelFunction;
}

export function builtin(
  name: string,
  signatures: readonly (readonly string[])[],
  body: Body,
  startRun: () => Run,
  takes: Builtin['takes'] = () => true,
): Builtin {
  const bare = (parameter: string): string => parameter.replace(/[…?]$/, '');
  const required = (signature: readonly string[]): number =>
    signature.filter((parameter) => !parameter.endsWith('?')).length;
  const isOpen = (signature: readonly string[]): boolean => signature.at(-1)?.endsWith('…') === true;
  const knows = (signature: readonly string[], names: readonly string[]): boolean => {
    const known = new Set(signature.map(bare));
    const missing = signature.filter((parameter) => !parameter.endsWith('?') && !names.includes(bare(parameter)));
    return missing.length === 0 && names.every((given) => known.has(given));
  };
  return {
    name,
    signatures,
    call: body,
    fits: (positional, named) => {
      if (named !== undefined) return signatures.some((signature) => knows(signature, named));
      const count = positional ?? 0;
      return signatures.some(
        (signature) => count >= required(signature) && (isOpen(signature) || count <= signature.length),
      );
    },
    arrange: (named, missing) => {
      const names = named.map((argument) => argument.name);
      const signature = signatures.find((candidate) => knows(candidate, names)) ?? [];
      const given = new Map(named.map((argument) => [argument.name, argument.value]));
      const last = signature.findLastIndex((parameter) => given.has(bare(parameter)));
      return signature.slice(0, last + 1).map((parameter) => given.get(bare(parameter)) ?? missing);
    },
    takes,
    value: {
      kind: 'function',
      name,
      parameters: (signatures[0] ?? []).map(bare),
      call: (values, run) => body(values, run ?? startRun()) ?? null,
    },
  };
}

/** One entry of a group of functions: its parameter lists and what it does. */
export type Definition = readonly [signatures: readonly (readonly string[])[], body: Body, takes?: Builtin['takes']];
export type Definitions = Readonly<Record<string, Definition>>;
