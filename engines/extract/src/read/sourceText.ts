import { createHash } from 'node:crypto';

export type SourceFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf';

/** The text of a report, as all offsets count it: lines end in `\n`, and no byte order mark stands before it. */
export interface SourceText {
  readonly text: string;
  /** What the content was, whatever the file's name says. */
  readonly format: SourceFormat;
  /** utf-8, utf-16le, utf-16be, gb18030 or big5: of the file's text, or of the text inside its container. */
  readonly encoding: string;
  /** SHA-256, in hex, of the text's UTF-8 bytes. */
  readonly hash: string;
}

const piece = 1 << 20;

/** SHA-256 of the text's UTF-8 bytes, in hex. In pieces: a copy of 50 MB as bytes would be a quarter of what a reading may hold. */
export function hashOfText(text: string): string {
  const hash = createHash('sha256');
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + piece, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end += 1;
    hash.update(text.slice(start, end), 'utf8');
    start = end;
  }
  return hash.digest('hex');
}
