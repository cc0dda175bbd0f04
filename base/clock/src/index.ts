export { systemClock, manualClock, type Clock, type ManualClock } from './clock.ts';
export { createIds, uuidv7, timeOfId, type Ids } from './ids.ts';
