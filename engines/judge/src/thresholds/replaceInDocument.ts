import type { Expression } from '@yiwang/feel';
import { faults } from '../faults.ts';

/** Characters of one expression's text that are to be replaced. */
export interface Replacement {
  readonly expression: Expression;
  /** Offsets into the expression's text, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/**
 * The document with parts of its expressions replaced, everything else byte for byte as it was. The expressions are those of the model that
 * was read from this very document.
 * @throws judge.notThere where the document does not hold that text at that place
 */
export function replaceInDocument(xml: string, file: string, replacements: readonly Replacement[]): string {
  const lines = lineStarts(xml);
  const cuts = replacements.map(({ expression, from, to, by }) => {
    const { line, column } = expression.origin;
    const start = (lines[line - 1] ?? xml.length) + column - 1;
    const offsets = rawOffsets(xml, start, expression.text);
    if (offsets === undefined) throw faults.notThere({ file, line, column, text: expression.text.slice(0, 80) });
    return { from: offsets[from] ?? start, to: offsets[to] ?? start, by };
  });
  let written = '';
  let at = 0;
  for (const { from, to, by } of cuts.toSorted((a, b) => a.from - b.from)) {
    written += xml.slice(at, from) + escaped(by);
    at = to;
  }
  return written + xml.slice(at);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const reference = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/y;
const cdata = '<![CDATA[';

/**
 * For each character of the text, and for its end, the offset in the document of what stands for it: references such as `&gt;` are one character, the marks of
 * CDATA none, and a carriage return before a line feed is not in the text. Undefined where the document says something else.
 */
function rawOffsets(xml: string, start: number, text: string): number[] | undefined {
  const offsets: number[] = [];
  let at = start;
  while (offsets.length < text.length) {
    if (xml.startsWith(cdata, at)) at += cdata.length;
    else if (xml.startsWith(']]>', at)) at += 3;
    else if (xml[at] === '\r' && xml[at + 1] === '\n') at += 1;
    else {
      const { character, length } = characterAt(xml, at);
      if (!text.startsWith(character, offsets.length)) return undefined;
      for (let unit = 0; unit < character.length; unit += 1) offsets.push(at);
      at += length;
    }
  }
  offsets.push(at);
  return offsets;
}

function characterAt(xml: string, at: number): { readonly character: string; readonly length: number } {
  reference.lastIndex = at;
  const match = reference.exec(xml);
  if (match === null) return { character: xml[at] ?? '\u0000', length: 1 };
  const [whole, hexadecimal, decimal, name = ''] = match;
  const code = hexadecimal === undefined ? decimal : `0x${hexadecimal}`;
  const character =
    code === undefined ? (named[name] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff));
  return { character, length: whole.length };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
