export { createDrill, type Drill, type DrillOptions } from './createDrill.ts';
export { type DrillRegion } from './drillThings.ts';
