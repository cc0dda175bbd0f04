import { ledgerFaults as faults } from './faults.ts';

/** What a checkpoint says: this book, this many entries, this root. */
export interface Checkpoint {
  /** Name of the book, unique in the world: `<name>/<region>`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines after the root; `hash sm3` in a book that does not use SHA-256. */
  readonly extensions: readonly string[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes, in hex. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedNote extends Checkpoint {
  /** The exact text that the signatures are over. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The text that is signed (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), root.toBase64(), ...extensions].map((line) => `${line}\n`).join('');
}

/** A signature line (C2SP signed-note): an em dash, the key's name, and key id and signature in base64. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const bytes = new Uint8Array(4 + signature.length);
  bytes.set(Uint8Array.fromHex(keyId));
  bytes.set(signature, 4);
  return `— ${name} ${bytes.toBase64()}\n`;
}

/** Reads a signed checkpoint. @throws ledger.noteMalformed */
export function readNote(note: string): SignedNote {
  if (note.length > 16_384) throw faults.noteMalformed({ reason: 'longer than 16 KiB' });
  const end = note.indexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw faults.noteMalformed({ reason: 'no signature' });
  const text = note.slice(0, end + 1);
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size)) throw faults.noteMalformed({ reason: 'no origin or size' });
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => {
      const [, name, data] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = data === undefined ? undefined : decode(data);
      if (name === undefined || bytes === undefined || bytes.length < 5) {
        throw faults.noteMalformed({ reason: 'a signature line' });
      }
      return { name, keyId: bytes.slice(0, 4).toHex(), signature: bytes.slice(4) };
    });
  const rootBytes = decode(root);
  if (rootBytes?.length !== 32) throw faults.noteMalformed({ reason: 'the root' });
  return { origin, size: Number(size), root: rootBytes, extensions, text, signatures };
}

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
