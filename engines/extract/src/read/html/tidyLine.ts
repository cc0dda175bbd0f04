const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026]/;

/** Stand for `<br>` and for the border of a cell until a line is tidied; Unicode's line and paragraph separator, which pages don't hold. */
export const breakMark = '\u2028';
export const cellMark = '\u2029';

/** Blanks of the source, as they come: a run is one blank, which still tells whether the source's line was broken there. */
export function fewBlanks(text: string): string {
  return text.replace(/[ \t\f\n\r]+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
}

/**
 * A line as a reader sees it: blanks run together into one, none at its ends, none where a source line was broken between two Chinese
 * characters, no zero-width characters; a tab between cells.
 */
export function tidyLine(line: string, preformatted: boolean): string {
  const visible = line.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '').replaceAll('\u00a0', ' ');
  if (preformatted) return visible.replace(/^[ \t\n\u3000]+/, '').trimEnd();
  return visible
    .replace(/[ \n]+/g, (blanks, at: number, whole: string) => {
      const before = whole[at - 1] ?? '';
      const after = whole[at + blanks.length] ?? '';
      return blanks.includes('\n') && wide.test(before) && wide.test(after) ? '' : ' ';
    })
    .replace(/ ?\u2029 ?/g, '\t')
    .replace(/^[\s\u3000]+/, '')
    .trimEnd();
}
