import type { PdfLine } from './pdfLine.ts';

/** How many lines at the top and at the foot of a page may be its header and footer. */
const edge = 2;
const pageNumber =
  /^[-—–·.~\s]{0,8}(?:第\s?)?[0-9０-９]{1,4}(?:\s?页)?(?:\s?[/,，共]{1,2}\s?[0-9０-９]{1,4}(?:\s?页)?)?[-—–·.~\s]{0,8}$/;

/**
 * Pages without their headers, footers and page numbers: lines at a page's edge that come back on two fifths of the pages (numbers in
 * them aside) at the same height, and numbers that stand alone as a page's first or last line.
 */
export function dropRepeated(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, Set<number>>();
  for (const page of pages)
    for (const line of edgesOf(page)) {
      const key = keyOf(line);
      const on = seen.get(key) ?? new Set();
      on.add(line.page);
      seen.set(key, on);
    }
  const often = Math.max(2, Math.ceil(pages.length * 0.4));
  return pages.map((page) => {
    const edges = edgesOf(page);
    const outermost = new Set([page[0], page.at(-1), ...byHeight(page).slice(0, 1), ...byHeight(page).slice(-1)]);
    const drops = (line: PdfLine) =>
      (edges.has(line) && (seen.get(keyOf(line))?.size ?? 0) >= often) ||
      (outermost.has(line) && pageNumber.test(line.text));
    return page.filter((line) => !drops(line));
  });
}

function byHeight(page: readonly PdfLine[]): readonly PdfLine[] {
  return page.toSorted((one, other) => other.y - one.y);
}

function edgesOf(page: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const lines = byHeight(page);
  return new Set([...lines.slice(0, edge), ...lines.slice(-edge)]);
}

/** Alike on each page: the words without numbers, at the same height to within three points. */
function keyOf(line: PdfLine): string {
  return `${line.text.replace(/[0-9０-９]+/g, '#').replace(/\s+/g, '')}@${Math.round(line.y / 3)}`;
}
