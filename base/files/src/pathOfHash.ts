const sha256Hex = /^[0-9a-f]{64}$/;

/** `ab/cd/abcd…`, two levels of 256 folders; undefined where the text is no SHA-256 in lower-case hex. */
export function pathOfHash(hash: string): string | undefined {
  return sha256Hex.test(hash) ? `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}` : undefined;
}
