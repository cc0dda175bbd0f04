export { readAnnotation, type Annotation } from './readAnnotation.ts';
export { scoreReading, type ReadingScores } from './scoreReading.ts';
export { scoreStatements, type AnnotatedStatement, type ReadStatement } from './scoreStatements.ts';
export { type Score } from './score.ts';
