export type * from './reading.ts';
export { extractFaults } from './faults.ts';
export { figuresFormat, type CityReport } from './figures/cityReport.ts';
export { figuresOf } from './figures/figuresOf.ts';
export { keepFigures } from './figures/keepFigures.ts';
export { writeFigures } from './figures/writeFigures.ts';
export {
  chooseReading,
  compareMetrics,
  correctRow,
  extractMigrations,
  findReportOf,
  findReports,
  getReport,
  rowsAsTheyStand,
  saveReport,
  topicOf,
  withdrawReport,
  type Choice,
  type ComparedMetric,
  type CorrectedFields,
  type Correction,
  type Counts,
  type MetricComparison,
  type MetricPoint,
  type NewReport,
  type ReadingChoice,
  type ReportHead,
  type RowCorrection,
  type SavedReport,
  type StandingRows,
  type StoredReport,
  type TopicSection,
  type Withdrawal,
} from './store/index.ts';
export {
  linkRow,
  statementRow,
  systemRow,
  taskRow,
  type LinkRow,
  type StatementRow,
  type SystemRow,
  type TaskRow,
} from './goldRows/index.ts';
export { findSections } from './sections/findSections.ts';
export { headOf, type Head } from './sections/reportYear.ts';
export { findSystems } from './systems/findSystems.ts';
export { findTasks } from './tasks/findTasks.ts';
export { readReport } from './readReport.ts';
export { readStatements } from './readStatements.ts';
export { findAmbiguities, type Disambiguated } from './ambiguities/findAmbiguities.ts';
export { findLinks } from './links/findLinks.ts';
export { findStatements } from './statements/findStatements.ts';
export { siOf } from './tokens/units.ts';
export { readDocument, type ReadOptions } from './read/readDocument.ts';
export { fileBytes } from './read/fileBytes.ts';
export { readStream, type OpenBytes } from './read/readStream.ts';
export { defaultLimits, type ReadLimits } from './read/budget.ts';
export type { SourceFormat, SourceText } from './read/sourceText.ts';
export { themeOf } from './themes/themeOf.ts';
export { themes, type ThemeCode } from './themes/themes.ts';
