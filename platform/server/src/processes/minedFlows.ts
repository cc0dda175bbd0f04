import type { FlowQuery, ProcessFlow } from '@yiwang/contract';
import { countOpenAt, findModels, getModel, mineCases, type ProcessFilter } from '@yiwang/handle';
import type { Platform } from '../platform.ts';
import type { SeenCases } from './processAnswers.ts';
import type { ProcessBook } from './processBook.ts';

/** Mines are large; the same question within this time gets the same answer. */
const freshMilliseconds = 15_000;
const mostKept = 20;
/** Ways through a process that are told one by one. */
const mostVariants = 50;

export interface MinedFlows {
  /** @throws handle.noDefinition */
  get(
    asked: { readonly app: string; readonly process: string },
    query: FlowQuery,
    rows: SeenCases,
  ): Promise<ProcessFlow>;
}

/** What was mined, kept for a moment; who asks the same while it is mined waits for the one mine. */
export function createMinedFlows({ db, clock, models }: MinePorts, book: ProcessBook): MinedFlows {
  const kept = new Map<string, { readonly at: number; readonly flow: Promise<ProcessFlow> }>();

  const mine = async (filter: ProcessFilter): Promise<ProcessFlow> => {
    const { app, process, version } = filter;
    const stored =
      version === undefined ? await findModels(db, app, process) : [await getModel(db, app, process, version)];
    const start = performance.now();
    const open = new Map((await countOpenAt(db, filter)).map((at) => [at.element, at]));
    const mined = await mineCases(db, filter, book.mapOf(stored), models.calendar, mostVariants);
    return {
      ...mined,
      at: clock.now().toISOString(),
      version: version ?? null,
      nodes: mined.nodes.map((node) => ({
        ...node,
        open: open.get(node.id)?.cases ?? 0,
        since: open.get(node.id)?.since.toISOString() ?? null,
      })),
      flows: [...mined.flows],
      variants: mined.variants.map((variant) => ({ ...variant, path: [...variant.path], flows: [...variant.flows] })),
      milliseconds: performance.now() - start,
    };
  };

  return {
    get({ app, process }, { version, region, from, to }, rows) {
      const now = clock.now().getTime();
      const dates = {
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
      };
      const filter: ProcessFilter = { app, process, version, region, ...dates, rows };
      const key = JSON.stringify([app, process, version, region, from, to, rows('c', 1)]);
      const before = kept.get(key);
      if (before !== undefined && now - before.at < freshMilliseconds) return before.flow;
      const flow = mine(filter);
      kept.delete(key);
      kept.set(key, { at: now, flow });
      flow.catch(() => kept.delete(key)); // told to who asked; the next one tries again
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return flow;
    },
  };
}

export type MinePorts = Pick<Platform, 'db' | 'clock'> & { readonly models: Pick<Platform, 'calendar'> };
