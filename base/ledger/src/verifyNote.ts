import { readNote, type SignedNote } from './checkpointNote.ts';
import { sha256 } from './sha256.ts';

/** A public key that checkpoints are verified with. */
export interface Verifier {
  readonly name: string;
  /** Four bytes, in hex: the start of SHA-256 over name, newline, 1 and the key (C2SP signed-note). */
  readonly keyId: string;
  /** The 32 bytes of an Ed25519 key, base64. */
  readonly publicKey: string;
}

export type NoteVerdict =
  | { readonly verdict: 'signed'; readonly note: SignedNote; readonly by: Verifier }
  | { readonly verdict: 'forged'; readonly note: SignedNote }
  | { readonly verdict: 'key unknown'; readonly note: SignedNote };

export function keyIdOf(name: string, publicKey: Uint8Array): string {
  const label = new TextEncoder().encode(`${name}\n`);
  const bytes = new Uint8Array(label.length + 1 + publicKey.length);
  bytes.set(label);
  bytes[label.length] = 1;
  bytes.set(publicKey, label.length + 1);
  return sha256(bytes).slice(0, 4).toHex();
}

/** Checks a checkpoint's signature against the keys that the reader trusts. WebCrypto only. @throws ledger.noteMalformed */
export async function verifyNote(text: string, trusted: readonly Verifier[]): Promise<NoteVerdict> {
  const note = readNote(text);
  let known = false;
  for (const { name, keyId, signature } of note.signatures) {
    const by = trusted.find((verifier) => verifier.name === name && verifier.keyId === keyId);
    if (by === undefined) continue;
    known = true;
    const raw = Uint8Array.fromBase64(by.publicKey);
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const bytes = new TextEncoder().encode(note.text);
    if (await crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), bytes)) {
      return { verdict: 'signed', note, by };
    }
  }
  return { verdict: known ? 'forged' : 'key unknown', note };
}
