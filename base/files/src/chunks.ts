export type Chunks = AsyncIterable<Uint8Array>;

/** One look at bytes in memory as at a stream. */
export async function* chunksOf(body: Chunks | Uint8Array): AsyncGenerator<Buffer> {
  if (body instanceof Uint8Array) {
    yield Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    return;
  }
  for await (const chunk of body) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** Reads as much as it was asked for ahead of the rest; `rest` gives the whole stream, the head included. */
export async function takeHead(
  chunks: AsyncGenerator<Buffer>,
  bytes: number,
): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < bytes) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest: after(head, chunks) };
}

async function* after(head: Buffer, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* chunks;
}

const gatheredBytes = 65_536;

/** The same bytes in fewer pieces: a picture of a million tiny segments is not written by a million writes. */
export async function* gathered(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    // a copy lets go of the chunk that a tiny piece was cut from
    waiting.push(piece.length < 4096 ? Buffer.from(piece) : piece);
    size += piece.length;
    if (size < gatheredBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
