export { type Score } from './score.ts';
export {
  scoreStatements,
  type AnnotatedStatement,
  type StatementLevel,
  type ReadStatement,
  type StatementScores,
} from './scoreStatements.ts';
export { type SpanScores } from './scoreSpans.ts';
export { scoreTasks, type AnnotatedTask } from './scoreTasks.ts';
export { scoreSystems, type AnnotatedSystem } from './scoreSystems.ts';
export { scoreLinks, type AnnotatedLink } from './scoreLinks.ts';
