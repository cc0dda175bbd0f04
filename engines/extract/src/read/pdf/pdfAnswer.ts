/** What the thread that reads a PDF is given, and what it answers. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly characters: number;
}
export type PdfAnswer =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'encrypted' }
  | { readonly is: 'scan' }
  | { readonly is: 'tooMuchText' }
  | { readonly is: 'damaged'; readonly reason: string };
