export { statementRow, type StatementRow } from './statementRow.ts';
export { taskRow, type TaskRow } from './taskRow.ts';
export { systemRow, type SystemRow } from './systemRow.ts';
export { linkRow, type LinkRow } from './linkRow.ts';
