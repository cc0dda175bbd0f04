import { chunksOf, gathered, takeHead, type Chunks } from './chunks.ts';
import { filesFaults } from './faults.ts';
import { stripJpeg } from './stripJpeg.ts';
import { stripPng } from './stripPng.ts';
import { stripWebp } from './stripWebp.ts';
import { signatureBytes, typeOfBytes } from './typeOfBytes.ts';

export interface PutOptions {
  /** Of what arrives, before anything is left out. */
  readonly maxBytes: number;
  /** Media types that are taken: of image/jpeg, image/png, image/webp and application/pdf. */
  readonly types: readonly string[];
  /** The media type that the sender gave; another one in the bytes is refused. */
  readonly claimed?: string;
}

/** For bytes that the caller has read and so knows the type of, such as a text, which has no signature. */
export interface KnownType {
  readonly maxBytes: number;
  readonly known: string;
}

const strippers = new Map([
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/webp', stripWebp],
]);

async function* within(chunks: AsyncGenerator<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw filesFaults.tooLarge({ maxBytes });
    yield chunk;
  }
}

/**
 * The bytes as they are to be kept, and their type, which is found before anything is written.
 * @throws files.empty, files.wrongType; the stream ends with files.tooLarge or files.wrongType (a broken picture).
 */
export async function acceptedBytes(
  body: Chunks | Uint8Array,
  options: PutOptions | KnownType,
): Promise<{ type: string; bytes: AsyncGenerator<Buffer> }> {
  const incoming = within(chunksOf(body), options.maxBytes);
  if ('known' in options) return { type: options.known, bytes: await notEmpty(incoming) };
  const refuse = (reason: string) => filesFaults.wrongType({ reason, types: options.types.join(', ') });
  const { head, rest } = await takeHead(incoming, signatureBytes);
  try {
    if (head.length === 0) throw filesFaults.empty();
    const type = typeOfBytes(head);
    if (type === undefined) throw refuse('its type is not known (无法识别类型)');
    if (!options.types.includes(type)) throw refuse(`it is ${type} (实际类型为 ${type})`);
    const claimed = options.claimed?.split(';')[0]?.trim().toLowerCase();
    if (claimed !== undefined && claimed !== type) throw refuse(`it is ${type}, not ${claimed} (类型与声明不符)`);
    const strip = strippers.get(type);
    return { type, bytes: strip === undefined ? rest : gathered(strip(rest, refuse)) };
  } catch (fault) {
    // lets go of the sender's stream, which nobody reads to its end now
    await incoming.return(undefined);
    throw fault;
  }
}

async function notEmpty(incoming: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> {
  const { head, rest } = await takeHead(incoming, 1);
  if (head.length === 0) throw filesFaults.empty();
  return rest;
}
