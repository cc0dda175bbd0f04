import type { CityReport } from './cityReport.ts';

/** Figures as a file: one row a line, so that a change of one figure is a change of one line, and a fault names it. */
export function writeFigures(report: CityReport): string {
  const { sections, statements, systems, links, ambiguities, ...head } = report;
  const lists = { sections, statements, systems, links, ambiguities };
  const heads = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const parts = Object.entries(lists).map(([name, rows]) => {
    const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
    return `  ${JSON.stringify(name)}: [${lines === '' ? '' : `\n${lines}\n  `}]`;
  });
  return `{\n${[...heads, ...parts].join(',\n')}\n}\n`;
}
