import type { FaultDefinition } from './fault.ts';

const registered = new Map<string, FaultDefinition>();

/** Remembers a definition so that docs/faults.md can be compared with the code; a code is given once. */
export function register(code: string, definition: FaultDefinition): void {
  if (registered.has(code)) throw new TypeError(`fault code ${code} is defined twice`);
  registered.set(code, definition);
}

/** Every fault that the loaded packages define, by code. */
export function allFaults(): ReadonlyMap<string, FaultDefinition> {
  return registered;
}
