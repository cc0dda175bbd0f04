import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readReport, type Reading } from '@yiwang/extract';
import { readAnnotation, scoreReading } from '@yiwang/extract/conformance';
import { reportsPage, scoreLines, shareText, type ReadCounts, type ScoredReport } from './reportsPage.ts';
import type { Suite } from './suite.ts';

const rounds = 5;

/** Government work reports (政府工作报告): NAME.txt, and what was annotated in it by hand where gold-NAME.jsonl is there. */
export const reports: Suite = {
  from: '../shared/reports',
  needs: '.',
  run(folder) {
    const scored: ScoredReport[] = [];
    const counts: ReadCounts[] = [];
    for (const file of readdirSync(folder)
      .filter((entry) => entry.endsWith('.txt'))
      .toSorted()) {
      const name = path.basename(file, '.txt');
      // As it stands, since the annotation's offsets are of the file's own characters.
      const text = readFileSync(path.join(folder, file), 'utf8');
      const { reading, milliseconds } = warmReading(text);
      counts.push(countsOf(name, reading, milliseconds));
      if (existsSync(path.join(folder, `gold-${name}.jsonl`)))
        scored.push({ name, scores: scoreReading(text, reading, readAnnotation(folder, name)) });
    }
    const lines = [...scored.flatMap(linesOf), ...counts.map(countLine)];
    return Promise.resolve({ lines, page: reportsPage(scored, counts) });
  },
};

/** The mean of some readings, after one that warms up; the thread's own time, which a busy machine doesn't lengthen. */
function warmReading(text: string): { readonly reading: Reading; readonly milliseconds: number } {
  const reading = readReport(text);
  const started = process.threadCpuUsage();
  for (let round = 0; round < rounds; round += 1) readReport(text);
  const { user, system } = process.threadCpuUsage(started);
  return { reading, milliseconds: (user + system) / 1000 / rounds };
}

function countsOf(name: string, reading: Reading, milliseconds: number): ReadCounts {
  const { length, statements, ambiguities, tasks, systems, links } = reading;
  const facts = statements.filter(({ kind }) => kind === 'fact').length;
  return {
    name,
    length,
    facts,
    targets: statements.length - facts,
    ambiguities: ambiguities.length,
    tasks: tasks.length,
    systems: systems.length,
    links: links.length,
    milliseconds,
  };
}

function linesOf({ name, scores }: ScoredReport): string[] {
  const { traps } = scores;
  return [
    ...scoreLines(scores).map(
      ({ what, f1, precision, recall, goal }) =>
        `${what} F1 ${shareText(f1)} (P ${shareText(precision)} R ${shareText(recall)})${goal === '' ? '' : `, goal ${goal}`}`,
    ),
    `numbers that state nothing: ${traps.fell.length} of ${traps.annotated} read as statements`,
  ].map((line) => `${name} ${line}`);
}

function countLine({ name, length, facts, targets, tasks, systems, links, milliseconds }: ReadCounts): string {
  return `${name} ${length} characters in ${milliseconds.toFixed(1)} ms: ${facts} facts, ${targets} targets, ${tasks} tasks, ${systems} systems, ${links} links`;
}
