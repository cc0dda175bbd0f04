import { Parser } from 'htmlparser2';
import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';
import { breakMark, cellMark, fewBlanks, tidyLine } from './tidyLine.ts';

/** A line of a page: what stands between two block borders. */
export interface PageBlock {
  readonly text: string;
  /** How many of its characters are inside links. */
  readonly linked: number;
  /** The element that holds it: its place in `Page.holders`. */
  readonly holder: number;
  readonly heading: boolean;
}

/** An element that can hold the report: its place is its index, in the order in which they open. */
export interface Holder {
  readonly parent: number;
  /** The last holder inside it, itself if there is none. */
  last: number;
}

export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly holders: readonly Holder[];
  /** What the page's metadata calls the article (meta ArticleTitle, 政府网站 sites give it). */
  readonly title: string;
}

const words = (list: string) => list.split(' ');
const holding = new Set(words('html body div section article main td th table tbody tr form center ucapcontent'));
const bordered = new Set([
  ...holding,
  ...words('p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre hr header figure'),
  ...words('figcaption address fieldset details summary caption thead tfoot'),
]);
/** Their content is no part of what a reader is shown as the page's text. */
const dropped = new Set([
  ...words('script style noscript template head nav footer aside button select textarea iframe object'),
  ...words('svg canvas audio video rt rp map menu dialog'),
]);
const step = 1 << 16;
const mostPieces = 1 << 14;
/** Pages with a tag left open in each paragraph nest some hundred deep; the parser's time grows with the depth. */
const deepest = 2000;

/**
 * A page cut at its block borders, with navigation, scripts and what is hidden left out.
 * @throws extract.damaged where elements nest without end; extract.tooMuchText; extract.tooSlow.
 */
export async function pageBlocks(html: string, budget: Budget): Promise<Page> {
  const blocks: PageBlock[] = [];
  const holders: Holder[] = [{ parent: -1, last: 0 }];
  const open: { name: string; holder: boolean; dropped: boolean }[] = [];
  let title = '';
  let holder = 0;
  let droppedDepth = 0;
  let links = 0;
  let preformatted = 0;
  let heading = 0;
  let pieces: string[] = [];
  let joined: string[] = [];
  let linked = 0;
  let characters = 0;

  const write = (text: string) => {
    characters += text.length;
    budget.holds(characters);
    pieces.push(text);
    // A page of `<` alone comes in pieces of one character each.
    if (pieces.length === mostPieces) [joined, pieces] = [[...joined, pieces.join('')], []];
  };
  const endBlock = () => {
    if (pieces.length === 0 && joined.length === 0) return;
    for (const line of [...joined, ...pieces].join('').split(breakMark)) {
      const text = tidyLine(line, preformatted > 0);
      if (text !== '') blocks.push({ text, linked: Math.min(linked, text.length), holder, heading: heading > 0 });
    }
    pieces = [];
    joined = [];
    linked = 0;
  };
  const onTag = (name: string, by: 1 | -1) => {
    if (name === 'a') links += by;
    else if (name === 'pre') preformatted += by;
    else if (name === 'h1' || name === 'h2') heading += by;
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > deepest) throw extractFaults.damaged({ name: budget.name, reason: `HTML > ${deepest}` });
      if (name === 'meta' && attributes['name']?.toLowerCase() === 'articletitle')
        title = (attributes['content'] ?? '').trim();
      const drop = dropped.has(name) || isHidden(attributes);
      if (drop) droppedDepth += 1;
      const isHolder = droppedDepth === 0 && holding.has(name);
      open.push({ name, holder: isHolder, dropped: drop });
      if (droppedDepth > 0) return;
      if (name === 'br') write(breakMark);
      else if ((name === 'td' || name === 'th') && pieces.length > 0) write(cellMark);
      else if (bordered.has(name)) endBlock();
      if (isHolder) {
        holders.push({ parent: holder, last: holders.length });
        holder = holders.length - 1;
      }
      onTag(name, 1);
    },
    ontext(text) {
      if (droppedDepth > 0) return;
      write(preformatted > 0 ? text : fewBlanks(text));
      if (links > 0) linked += text.trim().length;
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed === undefined) return;
      if (closed.dropped) droppedDepth -= 1;
      if (droppedDepth > 0 || closed.dropped) return;
      // A cell's end is no border: its row is one line unless a cell holds blocks of its own.
      if (bordered.has(name) && name !== 'td' && name !== 'th') endBlock();
      onTag(name, -1);
      if (closed.holder) {
        const ended = holder;
        holder = holders[ended]?.parent ?? 0;
        const outer = holders[holder];
        if (outer !== undefined) outer.last = Math.max(outer.last, holders[ended]?.last ?? 0);
      }
    },
  });
  for (let start = 0; start < html.length; start += step) {
    parser.write(html.slice(start, start + step));
    await budget.breathe();
  }
  parser.end();
  endBlock();
  return { blocks, holders, title };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  return /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test(attributes['style'] ?? '');
}
