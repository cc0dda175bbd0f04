import type { Page, PageBlock } from './pageBlocks.ts';

/** Of the page's sentences, how much the main element must hold. */
const mostOfIt = 0.9;

/**
 * The blocks of a page's article: those of the smallest element that holds nine tenths of the page's sentences (chrome is lists of links
 * and short labels, so it hardly counts), without those that are mostly links. The article's title is put before it where the page
 * sets it elsewhere.
 */
export function mainBlocks(page: Page): readonly string[] {
  const { blocks, holders } = page;
  const weights = new Float64Array(holders.length);
  for (const block of blocks) weights[block.holder] = (weights[block.holder] ?? 0) + weightOf(block);
  for (let holder = holders.length - 1; holder > 0; holder -= 1) {
    const parent = holders[holder]?.parent ?? 0;
    weights[parent] = (weights[parent] ?? 0) + (weights[holder] ?? 0);
  }
  const enough = (weights[0] ?? 0) * mostOfIt;
  let main = 0;
  // Inner elements open later: the last that holds enough is the smallest (two can't, unless one is inside the other).
  if (enough > 0)
    for (let holder = 1; holder < holders.length; holder += 1) if ((weights[holder] ?? 0) >= enough) main = holder;
  const last = holders[main]?.last ?? 0;
  const inside = (block: PageBlock) => block.holder >= main && block.holder <= last;
  const article = blocks
    .filter((block) => inside(block) && block.linked * 2 <= block.text.length)
    .map((block) => block.text);
  const before = blocks.findLast(
    (block) => block.heading && block.holder < main && block.linked * 2 <= block.text.length,
  );
  // A site may set its own name as h1; the metadata names the article.
  const title = page.title === '' ? (before?.text ?? '') : page.title;
  const named = title === '' || article.slice(0, 8).some((line) => line.includes(title));
  return named ? article : [title, ...article];
}

/** Characters of a block that reads as sentences; a label, a date or a link doesn't. */
function weightOf(block: PageBlock): number {
  const own = block.text.length - block.linked;
  return own * 2 > block.text.length && (own >= 30 || /[。；！？]/.test(block.text)) ? own : 0;
}
