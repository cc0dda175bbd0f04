import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkpointText, signatureLine, type Checkpoint } from './checkpointNote.ts';
import { ledgerFaults as faults } from './faults.ts';
import { keyIdOf, type Verifier } from './verifyNote.ts';

/** An Ed25519 key that signs checkpoints under a name. */
export interface SigningKey extends Verifier {
  /** The signed note of a checkpoint. */
  signNote(checkpoint: Checkpoint): string;
}

function signingKey(name: string, key: KeyObject): SigningKey {
  const publicKey = Uint8Array.fromBase64(createPublicKey(key).export({ format: 'jwk' }).x ?? '', {
    alphabet: 'base64url',
  });
  const keyId = keyIdOf(name, publicKey);
  return {
    name,
    keyId,
    publicKey: publicKey.toBase64(),
    signNote(checkpoint) {
      const text = checkpointText(checkpoint);
      return `${text}\n${signatureLine({ name, keyId, signature: sign(null, Buffer.from(text), key) })}`;
    },
  };
}

/** A key in memory alone, for tests and drills. */
export function createSigningKey(name: string): SigningKey {
  return signingKey(name, generateKeyPairSync('ed25519').privateKey);
}

/**
 * The key in a folder (`ledger.key`, PKCS #8, readable by its owner alone); made when there is none. To rotate, move the
 * file away: the next start makes a new key, and what the old one signed still verifies.
 * @throws ledger.keyUnreadable
 */
export function openSigningKey(folder: string, name: string): SigningKey {
  const file = path.join(folder, 'ledger.key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    // Written aside and renamed, so that a kill in between leaves no half key.
    writeFileSync(`${file}.new`, pem, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(String(key.asymmetricKeyType));
    return signingKey(name, key);
  } catch (cause) {
    throw faults.keyUnreadable({ file, reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}
