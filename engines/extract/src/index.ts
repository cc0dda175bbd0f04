export type * from './reading.ts';
export { extractFaults } from './faults.ts';
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
export { findLinks } from './links/findLinks.ts';
export { findStatements } from './statements/findStatements.ts';
export { siOf } from './tokens/units.ts';
