import { getDocumentProxy } from 'unpdf';
import { chineseCMap } from './chineseCMaps.ts';
import type { PdfAnswer, PdfQuestion } from './pdfAnswer.ts';
import { dropRepeated } from './dropRepeated.ts';
import { joinLines } from './joinLines.ts';
import { plainCharacters } from './plainCharacters.ts';
import { linesOfPage, type PdfLine, type PlacedText } from './pdfLine.ts';

/** Fewer characters a page than this are a scanner's stamp, not text. */
const fewest = 12;

/** What PDF.js asks for beside the file. A class, as it makes one itself. */
class ChineseData {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const cmap = kind === 'cMapUrl' ? chineseCMap(filename) : undefined;
    return cmap === undefined
      ? Promise.reject(new RangeError(filename))
      : Promise.resolve(new TextEncoder().encode(cmap));
  }
}

/** PDF.js leaves out text whose font it can't make sense of, and only warns. */
const lostText = /translateFont failed/;

/**
 * Reads a PDF's text, page by page; run in a thread of its own, as a PDF can take any time and memory. `warnings` are what PDF.js has warned
 * of so far.
 */
export async function textOfPdf({ bytes, characters }: PdfQuestion, warnings: readonly string[]): Promise<PdfAnswer> {
  try {
    const document = await getDocumentProxy(bytes, {
      // Warnings too.
      verbosity: 1,
      // Pictures aren't looked at.
      maxImageSize: 1,
      // A page that can't be read whole is a fault, not a gap in the text.
      stopAtErrors: true,
      BinaryDataFactory: ChineseData,
      useWorkerFetch: false,
      cMapPacked: false,
    });
    const pages: (readonly PdfLine[])[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const items: PlacedText[] = [];
      for (const item of content.items) {
        if (!('str' in item)) continue;
        length += item.str.length;
        if (length > characters) return { is: 'tooMuchText' };
        const [, , , scale = 0, x = 0, y = 0] = item.transform;
        items.push({
          str: plainCharacters(item.str),
          x,
          y,
          width: item.width,
          height: item.height > 0 ? item.height : Math.abs(scale),
        });
      }
      pages.push(linesOfPage(items, number));
      page.cleanup();
    }
    const lost = warnings.find((warning) => lostText.test(warning));
    if (lost !== undefined) return { is: 'damaged', reason: lost.slice(0, 100) };
    const text = joinLines(dropRepeated(pages)).join('\n');
    return text.length < fewest * Math.max(1, document.numPages) ? { is: 'scan' } : { is: 'text', text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException') return { is: 'encrypted' };
    return { is: 'damaged', reason: error.message.slice(0, 100) };
  }
}
