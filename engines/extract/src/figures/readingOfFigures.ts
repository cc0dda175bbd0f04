import type { NewReading } from '../store/saveReport.ts';
import type { CityReport, Figure } from './cityReport.ts';

/** Figures as a reading: without titles, themes and tasks, which only the text has. */
export function readingOfFigures(report: CityReport): NewReading {
  const { title, year, source, sections, statements, systems, links, ambiguities } = report;
  const statement = (figure: Figure) => ({ ...figure, theme: null });
  return {
    title,
    year,
    length: source.length,
    sections: sections.map((section) => ({ ...section, title: '' })),
    statements: statements.map(statement),
    ambiguities: ambiguities.map(({ readings, ...ambiguity }) => ({
      ...ambiguity,
      readings: readings.map((reading) => ({ ...reading, statements: reading.statements.map(statement) })),
    })),
    tasks: [],
    systems,
    links,
  };
}
