import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: no guess hits it, so one SHA-256 is enough to store it by. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
