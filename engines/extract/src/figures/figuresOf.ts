import { extractFaults as faults } from '../faults.ts';
import type { SourceText } from '../read/sourceText.ts';
import type { Reading, Statement } from '../reading.ts';
import { finiteRows } from '../store/finiteRows.ts';
import { stableIds } from '../store/stableIds.ts';
import { themeOf } from '../themes/themeOf.ts';
import { figuresFormat, type CityReport, type Figure } from './cityReport.ts';

/** Longer, or with a clause in it, it is no name but a piece of the text. */
const name = /^[^，,。！!？?；;：:\n]{1,40}$/;

/**
 * The figures of a reading, without the text: no headings, no themes, no tasks, and of the systems those that are called by a name.
 * @throws extract.noYear where the text doesn't tell when it was given.
 */
export function figuresOf(reading: Reading, { hash, text }: Pick<SourceText, 'hash' | 'text'>): CityReport {
  const { title, year, sections } = reading;
  if (year === null) throw faults.noYear({ title });
  const rows = stableIds(finiteRows(reading));
  const { ambiguities, links } = rows;
  const statements = rows.statements.map(figure);
  const systems = rows.systems.filter((system) => name.test(system.name));
  return {
    format: figuresFormat,
    title,
    year,
    source: { hash, length: text.length },
    counts: {
      facts: statements.filter(({ kind }) => kind === 'fact').length,
      targets: statements.filter(({ kind }) => kind === 'target').length,
      systems: systems.length,
      links: links.length,
      ambiguities: ambiguities.length,
    },
    sections: sections.map(({ title: heading, ...section }) => ({ ...section, topic: themeOf(heading) })),
    statements,
    systems,
    links: links.map((link) => ({ ...link, metric: named(link.metric) })),
    ambiguities: ambiguities.map(({ readings, ...ambiguity }) => ({
      ...ambiguity,
      readings: readings.map(({ statements: read, ...rest }) => ({ ...rest, statements: read.map(figure) })),
    })),
  };
}

/** The longest name that a metric begins with: a reader that took a whole clause for a metric must not carry it out. */
function named(metric: string): string {
  return name.test(metric) ? metric : (/^[^，,。！!？?；;：:\n]{0,40}/.exec(metric)?.[0] ?? '');
}

function figure({ theme: _theme, ...statement }: Statement): Figure {
  return { ...statement, metric: named(statement.metric) };
}
