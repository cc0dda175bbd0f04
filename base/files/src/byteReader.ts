/** A stream read by counts of bytes. It holds no more than one chunk of the stream and what `take` was asked for. */
export interface ByteReader {
  /** Exactly `count` bytes. @throws what `ended` makes where the stream has fewer */
  take(count: number): Promise<Buffer>;
  /** The next `count` bytes in pieces as they arrive. @throws what `ended` makes where the stream has fewer */
  pieces(count: number): AsyncGenerator<Buffer>;
  /** Reads the rest of the stream and forgets it. */
  drain(): Promise<void>;
}

export function byteReader(chunks: AsyncGenerator<Buffer>, ended: () => Error): ByteReader {
  let pending: Buffer = Buffer.alloc(0);
  const next = async () => {
    const chunk = await chunks.next();
    if (chunk.done === true) throw ended();
    return chunk.value;
  };
  return {
    take: async (count) => {
      while (pending.length < count) pending = Buffer.concat([pending, await next()]);
      const taken = pending.subarray(0, count);
      pending = pending.subarray(count);
      return taken;
    },
    pieces: async function* (count) {
      let left = count;
      while (left > 0) {
        if (pending.length === 0) pending = await next();
        const piece = pending.subarray(0, left);
        pending = pending.subarray(piece.length);
        left -= piece.length;
        if (piece.length > 0) yield piece;
      }
    },
    drain: async () => {
      while ((await chunks.next()).done !== true) pending = Buffer.alloc(0);
    },
  };
}
