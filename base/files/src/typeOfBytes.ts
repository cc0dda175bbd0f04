/** The most bytes that `typeOfBytes` looks at. */
export const signatureBytes = 12;

/** The media type that the first bytes of a file show, whatever its name says; undefined where it is none we know. */
export function typeOfBytes(head: Buffer): string | undefined {
  if (head.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg';
  const text = head.toString('latin1', 0, signatureBytes);
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  return undefined;
}
