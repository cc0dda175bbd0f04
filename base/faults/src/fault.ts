import { say, type Bilingual, type MessageParams } from '@yiwang/messages';
import { register } from './registry.ts';

/** What can go wrong, said once: the HTTP status, what happened, and what the person can do about it. */
export interface FaultDefinition {
  readonly status: number;
  /** Short and without parameters: names the kind of problem. */
  readonly title: Bilingual;
  /** What happened this time; `{name}` takes a parameter. */
  readonly detail: Bilingual;
  /** What the reader can do now; `{name}` takes a parameter. */
  readonly help: Bilingual;
}

/** A problem that was foreseen. Thrown where the call can't go on; one boundary maps it to problem+json. */
export class Fault extends Error {
  readonly code: string;
  readonly definition: FaultDefinition;
  readonly params: MessageParams;

  constructor(code: string, definition: FaultDefinition, params: MessageParams, cause?: unknown) {
    super(`${code}: ${say(definition.detail, 'en', params)}`, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.definition = definition;
    this.params = params;
  }
}

export function isFault(error: unknown, code?: string): error is Fault {
  return error instanceof Fault && (code === undefined || error.code === code);
}

export type FaultFactory = (params?: MessageParams, cause?: unknown) => Fault;

/**
 * The faults of one package: `const faults = catalogue('ledger', {forged: {…}})`, then `throw faults.forged({seq})`.
 * The code that users see is `ledger.forged`.
 */
export function catalogue<Names extends string>(
  owner: string,
  definitions: Readonly<Record<Names, FaultDefinition>>,
): Readonly<Record<Names, FaultFactory>> {
  const factories = Object.entries<FaultDefinition>(definitions).map(([name, definition]) => {
    const code = `${owner}.${name}`;
    register(code, definition);
    const factory: FaultFactory = (params = {}, cause) => new Fault(code, definition, params, cause);
    return [name, factory] as const;
  });
  return Object.fromEntries(factories) as Record<Names, FaultFactory>;
}
