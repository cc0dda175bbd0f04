import type { Cell, ExportTable } from './exportRows.ts';

/** Excel takes a file for UTF-8 by it. */
const byteOrderMark = '\ufeff';
/** A text that a spreadsheet would run as a formula (CWE-1236); also by their full-width forms, and behind blanks, which it skips. */
const formula = /^[\s\u200b]*[=+\-@＝＋－＠]/;

/** A table as CSV (RFC 4180) that Excel opens with its characters right and runs nothing of. */
export function csvOf({ heads, rows }: ExportTable): string {
  return `${byteOrderMark}${[heads, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
