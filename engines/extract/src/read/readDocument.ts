import { extractFaults } from '../faults.ts';
import { defaultLimits, startBudget, type Budget, type ReadLimits } from './budget.ts';
import { checkProse } from './checkProse.ts';
import { readDocx } from './docx/readDocx.ts';
import { formatOf } from './formatOf.ts';
import { readHtml } from './html/readHtml.ts';
import { readPdf } from './pdf/readPdf.ts';
import { hashOfText, type SourceFormat, type SourceText } from './sourceText.ts';
import { decodeText, type DecodedText } from './text/decodeText.ts';
import { stripMarkdown } from './text/stripMarkdown.ts';

export interface ReadOptions {
  /** The file's name: shown in faults, and tells .md from .txt; all else is told by the content. */
  readonly name: string;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * The text of a report that came as .txt, .md, .html, .docx or .pdf, told by its content. Takes at most the limits' time and memory.
 * @throws extract.empty, tooLarge, tooMuchText, tooSlow, unpacksTooLarge, damaged, encrypted, noText, noise, otherLanguage, unknownEncoding,
 * and oldWord, spreadsheet, slides, picture, ofd, archive, unknownFormat for what is none of the five.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<SourceText> {
  const { name } = options;
  const budget = startBudget(name, { ...defaultLimits, ...options.limits });
  if (bytes.length === 0) throw extractFaults.empty({ name });
  if (bytes.length > budget.limits.bytes) throw extractFaults.tooLarge({ name, limit: budget.limits.bytes });
  const format = formatOf(bytes, name);
  const { text, encoding } = await textOf(bytes, format, budget);
  // Noise past the limit is noise first: that tells more.
  checkProse(text, name);
  budget.holds(text.length);
  return { text, format, encoding, hash: hashOfText(text) };
}

async function textOf(bytes: Uint8Array, format: SourceFormat, budget: Budget): Promise<DecodedText> {
  switch (format) {
    case 'docx':
      return { text: await readDocx(bytes, budget), encoding: 'utf-8' };
    case 'pdf':
      return { text: await readPdf(bytes, budget), encoding: 'utf-8' };
    case 'html':
      return readHtml(bytes, budget);
    case 'md': {
      const { text, encoding } = decodeText(bytes, budget.name);
      return { text: stripMarkdown(text), encoding };
    }
    case 'txt':
      return decodeText(bytes, budget.name);
  }
}
