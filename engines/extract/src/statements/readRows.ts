import type { Statement } from '../reading.ts';
import { findSections } from '../sections/findSections.ts';
import { findStatements } from './findStatements.ts';

/** The statements of one sentence, as it would stand in a report's review. */
export function readRows(sentence: string): Statement[] {
  const report = `一、2030年工作回顾\n${sentence}\n`;
  return [...findStatements(report, findSections(report))];
}
