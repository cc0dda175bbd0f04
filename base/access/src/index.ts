export { loadPolicies, type Access, type Question, type RowPredicate } from './loadPolicies.ts';
export { organisationLine, regionLine, type Principal, type Resource } from './attributes.ts';
export { accessFaults } from './faults.ts';
