import { getDocumentProxy } from 'unpdf';
import type { PdfAnswer, PdfQuestion } from './pdfAnswer.ts';
import { dropRepeated } from './dropRepeated.ts';
import { joinLines } from './joinLines.ts';
import { plainCharacters } from './plainCharacters.ts';
import { linesOfPage, type PdfLine, type PlacedText } from './pdfLine.ts';

/** Fewer characters a page than this are a scanner's stamp, not text. */
const fewest = 12;

/** Reads a PDF's text, page by page; run in a thread of its own, as a PDF can take any time and memory. */
export async function textOfPdf({ bytes, characters }: PdfQuestion): Promise<PdfAnswer> {
  try {
    const document = await getDocumentProxy(bytes, {
      maxImageSize: 1,
      verbosity: 0,
      stopAtErrors: true,
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
    const text = joinLines(dropRepeated(pages)).join('\n');
    return text.length < fewest * document.numPages ? { is: 'scan' } : { is: 'text', text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException') return { is: 'encrypted' };
    return { is: 'damaged', reason: error.message.slice(0, 100) };
  }
}
