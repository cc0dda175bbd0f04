import { isFault } from '@yiwang/faults';
import type { Database, Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Act } from '../step/caseCommand.ts';
import type { CommandAnswer, CommandRequest, HandlePorts } from '../store/commandRequest.ts';
import type { LoadedCase } from '../store/loadCase.ts';
import { runBatch, type BatchItem, type BatchOutcome } from '../store/runBatch.ts';
import { createCaseCache } from './caseCache.ts';

/** Where commands on cases are handed in; those that come together are written together (group commit). */
export interface Desk {
  /**
   * Resolves once the command is committed. One that is sent again under its id gets the first answer.
   * @throws what `step` can throw; handle.busy; a fault of the database, after which the command may be sent again
   */
  give(request: CommandRequest, act: Act): Promise<CommandAnswer>;
  /** Takes no more commands; resolves when those that were taken are done. */
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Commands of one transaction at the most; 200 unless told. */
  readonly batch?: number;
  /** Transactions at the same time; 2 unless told, so that one is prepared while another is written. */
  readonly writers?: number;
  /** Open cases whose state is kept in memory; 10,000 unless told. */
  readonly cached?: number;
  /** Commands that may wait; more are refused as handle.busy. 20,000 unless told. */
  readonly waiting?: number;
  /** Runs in each transaction, with the answers of the commands that did something. */
  readonly within?: (tx: Transaction, answers: readonly CommandAnswer[]) => Promise<void>;
}

interface Ticket extends BatchItem {
  readonly done: (answer: CommandAnswer) => void;
  readonly refused: (fault: unknown) => void;
}

/** Opens the desk of a server. Other processes may work on the same cases: a revision that moved meanwhile is noticed. */
export function openDesk(db: Database, ports: HandlePorts, options: DeskOptions = {}): Desk {
  const { batch = 200, writers = 2, cached = 10_000, waiting = 20_000, within } = options;
  const cache = createCaseCache(cached);
  /** Commands that wait, by case, so that those on one case are never in two transactions at once. */
  const queue = new Map<string, Ticket[]>();
  const busy = new Set<string>();
  let count = 0;
  let writing = 0;
  let closed = false;
  let idle: (() => void) | undefined;

  /** Those that wait longest; a transaction stays within one region, so that it stays within one shard. */
  function take(): readonly Ticket[] {
    const taken: Ticket[] = [];
    for (const [id, tickets] of queue) {
      if (busy.has(id)) continue;
      if (taken[0] !== undefined && taken[0].request.region !== tickets[0]?.request.region) continue;
      const room = batch - taken.length;
      if (tickets.length <= room) queue.delete(id);
      taken.push(...tickets.splice(0, room));
      busy.add(id);
      if (taken.length >= batch) break;
    }
    count -= taken.length;
    return taken;
  }

  /** Writes a batch in one transaction. Nothing was written when it throws, or nobody knows (postgres.commitUnknown). */
  async function write(tickets: readonly Ticket[], known: ReadonlyMap<string, LoadedCase>): Promise<void> {
    const { outcomes, cases } = await db.transaction(async (tx) => {
      const result = await runBatch(tx, ports, tickets, known);
      const answers = result.outcomes.flatMap((one) => ('answer' in one && one.moved ? [one.answer] : []));
      if (answers.length > 0) await within?.(tx, answers);
      return result;
    });
    for (const [id, loaded] of cases) cache.keep(id, loaded);
    tickets.forEach((ticket, n) => settle(ticket, outcomes[n]));
  }

  function settle(ticket: Ticket, outcome: BatchOutcome | undefined): void {
    if (outcome === undefined) ticket.refused(faults.stuck({ element: '–' }));
    else if ('answer' in outcome) ticket.done(outcome.answer);
    else ticket.refused(outcome.fault);
  }

  /** From memory; else once more from the database; else each by itself, so that one bad command fails alone. */
  async function serve(tickets: readonly Ticket[]): Promise<void> {
    const known = new Map<string, LoadedCase>();
    for (const { request } of tickets) {
      const found = cache.find(request.case);
      if (found !== undefined) known.set(request.case, found);
    }
    try {
      return await write(tickets, known);
    } catch (error) {
      for (const { request } of tickets) cache.drop(request.case);
      if (isLost(error)) return tickets.forEach((ticket) => ticket.refused(error));
    }
    try {
      return await write(tickets, new Map());
    } catch (error) {
      if (isLost(error) || tickets.length === 1) return tickets.forEach((ticket) => ticket.refused(error));
    }
    for (const ticket of tickets) await write([ticket], new Map()).catch((error: unknown) => ticket.refused(error));
  }

  async function writer(): Promise<void> {
    writing += 1;
    // What comes in this turn of the event loop goes along.
    await new Promise(setImmediate);
    for (let tickets = take(); tickets.length > 0; tickets = take()) {
      await serve(tickets).catch((error: unknown) => tickets.forEach((ticket) => ticket.refused(error)));
      for (const { request } of tickets) busy.delete(request.case);
    }
    writing -= 1;
    if (writing === 0 && count === 0) idle?.();
  }

  return {
    give(request, act) {
      if (closed || count >= waiting) return Promise.reject(faults.busy());
      return new Promise((done, refused) => {
        const ticket: Ticket = { request, act, done, refused };
        const list = queue.get(request.case);
        if (list === undefined) queue.set(request.case, [ticket]);
        else list.push(ticket);
        count += 1;
        if (writing < writers) void writer();
      });
    },
    async close() {
      closed = true;
      if (writing > 0 || count > 0) await new Promise<void>((resolve) => (idle = resolve));
    },
  };
}

function isLost(error: unknown): boolean {
  return isFault(error, 'postgres.unreachable') || isFault(error, 'postgres.commitUnknown');
}
