import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '@yiwang/clock';
import { startMatching, type CityRule, type Register, type RegisterMatching } from '@yiwang/judge';
import type { Database } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';

/** The registers of a city's applications, each with the matches of its rules in memory. */
export interface RegisterDesk {
  list(): readonly { readonly register: Register; readonly matching: RegisterMatching | undefined }[];
  /** @throws server.notFound */
  get(code: string): Register;
  /** @throws server.notFound for a register that there is not, judge.matchingNotReady where matches are not kept here */
  matching(code: string): RegisterMatching;
  stop(): Promise<void>;
}

interface DeskOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly region: string;
  readonly registers: readonly Register[];
  readonly rules: readonly CityRule[];
  /** False where nothing is matched, as in tests of other things. */
  readonly matching: boolean;
}

export async function startRegisterDesk(options: DeskOptions): Promise<RegisterDesk> {
  const { db, clock, log, region, registers, rules } = options;
  const held = new Map<string, RegisterMatching>();
  for (const register of options.matching ? registers : []) {
    const own = rules.filter(({ matching }) => matching?.register === register.code);
    const matching = await startMatching(db, clock, { region, register, rules: own });
    matching
      .ready()
      .catch((error: unknown) => log.warn({ err: error, register: register.code }, 'a register was not loaded'));
    held.set(register.code, matching);
  }
  const get = (code: string): Register => {
    const register = registers.find((one) => one.code === code);
    if (register === undefined) throw faults.notFound({ what: code });
    return register;
  };
  return {
    list: () => registers.map((register) => ({ register, matching: held.get(register.code) })),
    get,
    matching(code) {
      const matching = held.get(get(code).code);
      if (matching === undefined) throw faults.notMatchedHere({ register: code });
      return matching;
    },
    async stop() {
      for (const matching of held.values()) await matching.stop();
    },
  };
}
