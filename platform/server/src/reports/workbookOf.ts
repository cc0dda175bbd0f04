import writeExcelFile from 'write-excel-file/node';
import type { ExportTable } from './exportRows.ts';

/** Characters that XML 1.0 has no place for. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const widths = [7, 7, 12, 18, 12, 11, 32, 7, 12, 10, 8, 16, 12, 8, 8, 8, 8, 36, 16, 24, 28, 38];

/** A table as an Excel workbook of one sheet; texts are texts there, whatever they begin with. */
export async function workbookOf({ heads, rows }: ExportTable, sheet: string): Promise<Buffer> {
  const data = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? { value: cell.replace(notInXml, '\ufffd'), type: String } : cell)),
    ),
  ];
  return writeExcelFile(data, { sheet, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) }).toBuffer();
}
