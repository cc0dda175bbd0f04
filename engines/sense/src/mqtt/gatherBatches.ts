/** Gathers what many senders bring into few commits; each sender waits for the commit that its own items are in. */
export interface Gatherer<T> {
  /** Resolves when these items have been committed; rejects when their commit failed. */
  add(items: readonly T[]): Promise<void>;
  /** Commits what is waiting. */
  settle(): Promise<void>;
}

interface Waiting<T> {
  readonly items: readonly T[];
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One commit at a time: what arrives meanwhile makes the next one, so a slow database makes larger batches and slower
 * senders, never a longer queue than the senders' own windows.
 * @param waitMs how long the first item may wait for others
 * @param most a batch is not held back from this many items on, and takes no further sender past it
 */
export function gatherBatches<T>(
  commit: (items: readonly T[]) => Promise<void>,
  { waitMs, most }: { readonly waitMs: number; readonly most: number },
): Gatherer<T> {
  let waiting: Waiting<T>[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const take = (): readonly Waiting<T>[] => {
    let taken = 0;
    let count = 0;
    while (taken < waiting.length && count < most) count += waiting[taken++]?.items.length ?? 0;
    const batch = waiting.slice(0, taken);
    waiting = waiting.slice(taken);
    size -= count;
    return batch;
  };
  const commitAll = async (): Promise<void> => {
    await Promise.resolve(); // so that `running` is set before it is unset, also when nothing waits
    while (waiting.length > 0) {
      const batch = take();
      try {
        await commit(batch.flatMap(({ items }) => items));
        for (const { stored } of batch) stored();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    running = undefined; // in the same turn as the look at what waits, or an item between the two would wait for ever
  };
  const start = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= commitAll();
    return running;
  };
  return {
    add: (items) =>
      new Promise((stored, failed) => {
        waiting.push({ items, stored, failed });
        size += items.length;
        if (running !== undefined) return;
        if (size >= most) void start();
        else timer ??= setTimeout(() => void start(), waitMs);
      }),
    settle: start,
  };
}
