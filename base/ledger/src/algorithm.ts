import * as crypto from 'node:crypto';
import type { Hash } from './merkleTree.ts';

/** Hash of a book: SHA-256, or SM3 (GB/T 32905) where the national algorithms are required. */
export type Algorithm = 'sha-256' | 'sm3';

/** The platform's implementation, for the server; pages use the pure ones. */
export const hashOf: Readonly<Record<Algorithm, Hash>> = {
  'sha-256': (bytes) => crypto.hash('sha256', bytes, 'buffer'),
  sm3: (bytes) => crypto.createHash('sm3').update(bytes).digest(),
};
