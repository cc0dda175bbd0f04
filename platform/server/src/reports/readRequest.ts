import type { MessageParams } from '@yiwang/messages';
import type { Reading } from '@yiwang/extract';

/** What is asked of a reading thread. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** A report as a thread read it. */
export interface ReadReport {
  /** txt, md, html, docx, pdf */
  readonly format: string;
  readonly encoding: string;
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes. */
  readonly hash: string;
  readonly reading: Reading;
  /** Of reading alone. */
  readonly milliseconds: number;
}

/** A fault does not survive the way between threads: its code and parameters do. */
export type ReadAnswer =
  | { readonly read: ReadReport }
  | { readonly fault: { readonly code: string; readonly params: MessageParams } }
  | { readonly error: string };
