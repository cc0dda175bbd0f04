export type * from './reading.ts';
export { extractFaults } from './faults.ts';
