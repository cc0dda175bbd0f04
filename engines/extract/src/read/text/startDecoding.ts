import { extractFaults } from '../../faults.ts';
import type { Encoding } from './encodingOf.ts';

/** Bytes into text, a chunk at a time. */
export interface Decoding {
  /** @throws extract.unknownEncoding at the first chunk in which a byte doesn't fit. */
  readonly push: (bytes: Uint8Array, last: boolean) => string;
}

/**
 * Decodes strictly (no byte is ever replaced), without the byte order mark, and with every line end as `\n` (CRLF and a lone CR are one,
 * as in Python's text files): offsets are those of the text that comes out.
 */
export function startDecoding(encoding: Encoding, name: string): Decoding {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  let begun = false;
  let heldReturn = false;
  return {
    push(bytes, last) {
      let text = decodeChunk(bytes, last);
      at += bytes.length;
      if (!begun && text !== '') {
        begun = true;
        // Of a mark in GB18030; the decoder takes off the others itself.
        if (text.startsWith('\ufeff')) text = text.slice(1);
      }
      if (heldReturn) text = `\r${text}`;
      heldReturn = !last && text.endsWith('\r');
      if (heldReturn) text = text.slice(0, -1);
      return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    },
  };

  function decodeChunk(bytes: Uint8Array, last: boolean): string {
    try {
      return decoder.decode(bytes, { stream: !last });
    } catch (error) {
      if (error instanceof TypeError) throw extractFaults.unknownEncoding({ name, encoding, byte: at }, error);
      throw error;
    }
  }
}
