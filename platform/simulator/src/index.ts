export { createDrill, type Drill, type DrillOptions } from './createDrill.ts';
export { type DrillRegion } from './drillThings.ts';
export { checkSign, isCreditCode, simulatedCode } from './register/creditCode.ts';
export { simulateEnterprises, type EnterpriseOptions, type SimulatedEntity } from './register/simulateEnterprises.ts';
