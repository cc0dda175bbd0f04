export { createDrill, type Drill, type DrillOptions } from './createDrill.ts';
export { type DrillRegion } from './drillThings.ts';
export { bodySign, checkSign, isCreditCode, simulatedCode, type EntityKind } from './register/creditCode.ts';
export { simulateEnterprises, type EnterpriseOptions, type SimulatedEntity } from './register/simulateEnterprises.ts';
