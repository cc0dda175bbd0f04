import { findAmbiguities } from './ambiguities/findAmbiguities.ts';
import { findLinks } from './links/findLinks.ts';
import type { Reading } from './reading.ts';
import { findSections } from './sections/findSections.ts';
import { headOf } from './sections/reportYear.ts';
import { findStatements } from './statements/findStatements.ts';
import { findSystems } from './systems/findSystems.ts';
import { findTasks } from './tasks/findTasks.ts';

/** Reads a work report (政府工作报告): all that was found in it, each with its place in the text. */
export function readReport(text: string): Reading {
  const sections = findSections(text);
  const { statements, ambiguities } = findAmbiguities(text, [...findStatements(text, sections)]);
  return {
    ...headOf(text),
    length: text.length,
    sections,
    statements,
    ambiguities,
    tasks: [...findTasks(text, sections)],
    systems: [...findSystems(text, sections)],
    links: findLinks(statements),
  };
}
