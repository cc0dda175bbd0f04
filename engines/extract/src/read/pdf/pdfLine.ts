/** A piece of text as the PDF places it, in points from the page's lower left corner. */
export interface PlacedText {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** Left and right end, baseline, height of the letters. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

const word = /[A-Za-z0-9.,;:!?%)]$/;
const wordStart = /^[A-Za-z0-9(]/;

/**
 * Lines in the order in which the page draws its text: pieces on one baseline that go on to the right are one line. Blanks stay between
 * Latin words, and where a gap is wider than a character; those that only justify a line of Chinese go.
 */
export function linesOfPage(items: readonly PlacedText[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let line: { parts: string[]; left: number; right: number; y: number; height: number } | undefined;
  const end = () => {
    const text = line?.parts.join('').trim() ?? '';
    if (line !== undefined && text !== '')
      lines.push({ text, page, left: line.left, right: line.right, y: line.y, height: line.height });
    line = undefined;
  };
  for (const placed of items) {
    if (placed.str.trim() === '') continue;
    const item = withoutEndBlanks(placed);
    const height = item.height > 0 ? item.height : 1;
    const gap = line === undefined ? 0 : item.x - line.right;
    const goesOn =
      line !== undefined &&
      Math.abs(item.y - line.y) < Math.max(line.height, height) * 0.5 &&
      gap > -Math.max(line.height, height) * 0.5;
    if (!goesOn) end();
    const text = withoutLooseBlanks(item.str);
    if (line === undefined) {
      line = { parts: [text], left: item.x, right: item.x + item.width, y: item.y, height };
      continue;
    }
    const before = line.parts.at(-1) ?? '';
    const apart = gap > height || (gap > height * 0.15 && word.test(before) && wordStart.test(text));
    if (apart || (/\s$/.test(before) && wordStart.test(text))) line.parts.push(' ');
    line.parts.push(text);
    line.right = Math.max(line.right, item.x + item.width);
    if (text.length > before.length) line.height = Math.max(line.height, height);
  }
  end();
  return lines;
}

/** Pages of governments indent by two ideographic blanks, which are part of the text there: they are taken for place. */
function withoutEndBlanks(item: PlacedText): PlacedText {
  const leading = item.str.slice(0, item.str.length - item.str.trimStart().length);
  const trailing = item.str.slice(item.str.trimEnd().length);
  if (leading === '' && trailing === '') return item;
  const before = widthOf(leading) * item.height;
  return {
    ...item,
    str: item.str.trim(),
    x: item.x + before,
    width: item.width - before - widthOf(trailing) * item.height,
  };
}

/** In heights of the letters. */
function widthOf(blanks: string): number {
  return blanks.split('').reduce((sum, blank) => sum + (blank === '\u3000' ? 1 : 0.25), 0);
}

/** Besides a Chinese character a blank is only the setter's: Word sets a quarter of a character between 增长 and 8.5. */
const blankAfterWide = /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]) {1,2}/g;
const blankBeforeWide = / {1,2}(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f])/g;

function withoutLooseBlanks(text: string): string {
  return text.replace(blankAfterWide, '$1').replace(blankBeforeWide, '').trim();
}
