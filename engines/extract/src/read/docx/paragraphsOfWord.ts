import { Parser } from 'htmlparser2';
import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';

/** Elements whose content is no text of the document as it stands: deletions, moves away, field codes, older copies, readings over a character. */
const unread = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rt',
  'footnotePr',
  'pPrChange',
  'rPrChange',
]);
const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice']);
const step = 1 << 16;
/** Word nests tables and text boxes a few levels deep. */
const deepest = 400;

interface Row {
  /** The paragraphs of each cell. */
  readonly cells: string[][];
}

/**
 * The paragraphs of a part of a Word document. A table's row is one line with its cells set apart by tabs, unless a cell holds several
 * paragraphs: then each is a line of its own.
 * @throws extract.damaged where the XML is cut off, nested too deep or no UTF-8; extract.tooMuchText; extract.tooSlow.
 */
export async function paragraphsOfWord(bytes: Uint8Array, part: string, budget: Budget): Promise<readonly string[]> {
  const damaged = () => extractFaults.damaged({ name: budget.name, reason: part });
  const lines: string[] = [];
  const rows: Row[] = [];
  const paragraphs: string[] = [];
  const open: string[] = [];
  let unreadDepth: number | undefined;
  let inText = false;
  let characters = 0;
  let hiddenRun = false;
  let rootClosed = false;

  const write = (text: string) => {
    if (unreadDepth !== undefined || hiddenRun || paragraphs.length === 0) return;
    characters += text.length;
    budget.holds(characters);
    paragraphs[paragraphs.length - 1] += text;
  };
  const endParagraph = () => {
    const line = (paragraphs.pop() ?? '').trimEnd();
    const cell = rows.at(-1)?.cells.at(-1);
    if (unreadDepth !== undefined) return;
    if (cell === undefined) lines.push(line);
    else if (line !== '') cell.push(line);
  };
  const endRow = () => {
    const cells = rows.pop()?.cells ?? [];
    const row = cells.some((cell) => cell.length > 1) ? cells.flat() : [cells.map((cell) => cell[0] ?? '').join('\t')];
    const outer = rows.at(-1)?.cells.at(-1);
    (outer ?? lines).push(...row);
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = localName(tag);
        open.push(name);
        if (open.length > deepest) throw damaged();
        if (unreadDepth !== undefined) return;
        if (unread.has(name) || (name === 'footnote' && separators.has(attributes['w:type'] ?? ''))) {
          unreadDepth = open.length;
          return;
        }
        if (name === 'p' && tag !== 'a:p') paragraphs.push('');
        else if (name === 'r') hiddenRun = false;
        else if (name === 'vanish' && open.at(-2) === 'rPr' && open.at(-3) === 'r')
          hiddenRun = !isOff(attributes['w:val']);
        else if (name === 't') inText = tag !== 'a:t';
        else if (name === 'tab' && open.at(-2) === 'r') write('\t');
        else if (name === 'br' || name === 'cr') write('\n');
        else if (name === 'noBreakHyphen') write('-');
        else if (name === 'tr') rows.push({ cells: [] });
        else if (name === 'tc') rows.at(-1)?.cells.push([]);
      },
      ontext(text) {
        if (inText) write(text);
      },
      onclosetag(tag) {
        const name = localName(tag);
        const depth = open.length;
        open.pop();
        rootClosed = open.length === 0;
        if (unreadDepth !== undefined) {
          if (depth === unreadDepth) unreadDepth = undefined;
          return;
        }
        if (name === 't') inText = false;
        else if (name === 'r') hiddenRun = false;
        else if (name === 'p' && tag !== 'a:p') endParagraph();
        else if (name === 'tr') endRow();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8', {
    fatal: true,
  });
  for (let start = 0; start < bytes.length; start += step) {
    parser.write(decodeStep(decoder, bytes, start, damaged));
    await budget.breathe();
  }
  if (!rootClosed) throw damaged();
  parser.end();
  return lines;
}

function decodeStep(decoder: TextDecoder, bytes: Uint8Array, start: number, damaged: () => Error): string {
  try {
    return decoder.decode(bytes.subarray(start, start + step), { stream: start + step < bytes.length });
  } catch (error) {
    if (error instanceof TypeError) throw damaged();
    throw error;
  }
}

/** Producers choose the prefix; the names after it don't clash among the elements that matter here. */
function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}
