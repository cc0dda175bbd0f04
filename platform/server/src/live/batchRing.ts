/** The last batches, by a number that counts up, so that a client that was away for a moment misses nothing. */
export interface BatchRing<T> {
  /** Adds a batch and gives its number, from 1 on. */
  add(batch: T): number;
  /** Everything after a number, oldest first; undefined when some of it is gone or the number was never given. */
  since(seq: number): { readonly seq: number; readonly batch: T }[] | undefined;
  /** Says that something was missed that can't be told any more: nothing given so far can be resumed from. */
  forget(): void;
  readonly last: number;
}

export function createBatchRing<T>(size: number): BatchRing<T> {
  const slots: { readonly seq: number; readonly batch: T }[] = [];
  let last = 0;
  return {
    add(batch) {
      last += 1;
      slots[last % size] = { seq: last, batch };
      return last;
    },
    since(seq) {
      if (seq > last || seq < 0 || seq < last - size) return undefined;
      const found: { readonly seq: number; readonly batch: T }[] = [];
      for (let next = seq + 1; next <= last; next++) {
        const slot = slots[next % size];
        if (slot?.seq !== next) return undefined;
        found.push(slot);
      }
      return found;
    },
    forget() {
      last += size + 1;
    },
    get last() {
      return last;
    },
  };
}
