export * from './scalar.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './signs.ts';
export * from './cases.ts';
export * from './screen.ts';
export * from './ledger.ts';
export * from './reports.ts';
