import type { ReportSection } from '@yiwang/contract';
import type { Span } from './rows.ts';
import type { Mark } from './segmentsOf.ts';

export interface Paragraph extends Span {
  /** The section that its own line heads; absent for running text. */
  readonly heads?: ReportSection;
  readonly marks: readonly Mark[];
}

/** The lines of a text with the marks that lie in them; empty lines are left out. Marks come by their start. */
export function paragraphsOf(
  text: string,
  marks: readonly Mark[],
  sections: readonly ReportSection[],
): readonly Paragraph[] {
  const headings = sections.toSorted((a, b) => a.heading.start - b.heading.start);
  const paragraphs: Paragraph[] = [];
  let mark = 0;
  let heading = 0;
  let open: readonly Mark[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const at = start;
    start = end + 1;
    open = open.filter((one) => one.end > at);
    for (let one = marks[mark]; one !== undefined && one.start < end; one = marks[mark]) {
      if (one.end > at) open = [...open, one];
      mark += 1;
    }
    let heads: ReportSection | undefined;
    for (let one = headings[heading]; one !== undefined && one.heading.start < end; one = headings[heading]) {
      const isWhole = one.heading.start >= at && text.slice(one.heading.end, end).trim() === '';
      if (isWhole && text.slice(at, one.heading.start).trim() === '') heads = one;
      heading += 1;
    }
    if (text.slice(at, end).trim() === '') continue;
    paragraphs.push({ start: at, end, marks: open, ...(heads === undefined ? {} : { heads }) });
  }
  return paragraphs;
}
