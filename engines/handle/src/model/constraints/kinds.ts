/** The kinds of elements that rules speak of, by local name. */
export const subprocesses: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess']);

export const activities: ReadonlySet<string> = new Set([
  'task',
  'userTask',
  'manualTask',
  'scriptTask',
  'businessRuleTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'callActivity',
  ...subprocesses,
]);

export const catchingEvents: ReadonlySet<string> = new Set(['startEvent', 'intermediateCatchEvent', 'boundaryEvent']);
export const throwingEvents: ReadonlySet<string> = new Set([
  'endEvent',
  'intermediateThrowEvent',
  'implicitThrowEvent',
]);
export const events: ReadonlySet<string> = new Set([...catchingEvents, ...throwingEvents]);

export const gateways: ReadonlySet<string> = new Set([
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
]);

export const choreographyActivities: ReadonlySet<string> = new Set([
  'choreographyTask',
  'subChoreography',
  'callChoreography',
]);

/** What sequence flows connect. */
export const flowNodes: ReadonlySet<string> = new Set([
  ...activities,
  ...events,
  ...gateways,
  ...choreographyActivities,
]);

/** What sequence flows stand in. */
export const scopes: ReadonlySet<string> = new Set(['process', 'choreography', 'subChoreography', ...subprocesses]);

export const globalTasks: ReadonlySet<string> = new Set([
  'globalTask',
  'globalUserTask',
  'globalManualTask',
  'globalScriptTask',
  'globalBusinessRuleTask',
]);

export const eventDefinitions: ReadonlySet<string> = new Set([
  'messageEventDefinition',
  'timerEventDefinition',
  'signalEventDefinition',
  'errorEventDefinition',
  'escalationEventDefinition',
  'conditionalEventDefinition',
  'linkEventDefinition',
  'compensateEventDefinition',
  'cancelEventDefinition',
  'terminateEventDefinition',
]);

/** What holds data (ItemAwareElement). */
export const itemAware: ReadonlySet<string> = new Set([
  'dataObject',
  'dataObjectReference',
  'dataStore',
  'dataStoreReference',
  'dataInput',
  'dataOutput',
  'inputDataItem',
  'outputDataItem',
  'property',
]);
