import { linkRow, statementRow, systemRow, taskRow, type LinkRow } from '../goldRows/index.ts';
import type { Reading, Statement } from '../reading.ts';
import type { Annotation } from './readAnnotation.ts';
import { scoreLinks } from './scoreLinks.ts';
import { scoreStatements } from './scoreStatements.ts';
import { scoreSystems } from './scoreSystems.ts';
import { scoreTasks } from './scoreTasks.ts';
import { fellInto } from './scoreTraps.ts';

/** A reading against what was annotated in the same text, kind by kind. */
export function scoreReading(text: string, reading: Reading, annotation: Annotation) {
  const byId = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const find = (id: string): Statement | undefined => byId.get(id);
  const links: LinkRow[] = reading.links.flatMap((link) => linkRow(link, find) ?? []);
  return {
    statements: scoreStatements(
      annotation.statements,
      reading.statements.map((statement) => statementRow(text, statement)),
    ),
    tasks: {
      ...scoreTasks(
        annotation.tasks,
        reading.tasks.map((task) => taskRow(text, task)),
      ),
      /** Where the annotation begins. */
      from: Math.min(...annotation.tasks.map(({ start }) => start)),
    },
    systems: scoreSystems(
      annotation.systems,
      reading.systems.map((system) => systemRow(text, system)),
    ),
    links: scoreLinks(annotation.links, links),
    traps: {
      annotated: annotation.traps.length,
      fell: fellInto(
        annotation.traps,
        reading.statements.map(({ span }) => span),
      ),
    },
  };
}

export type ReadingScores = ReturnType<typeof scoreReading>;
