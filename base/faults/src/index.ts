export { Fault, catalogue, isFault, type FaultDefinition, type FaultFactory } from './fault.ts';
export { problemOf, unexpected, type Problem } from './problem.ts';
export { allFaults } from './registry.ts';
