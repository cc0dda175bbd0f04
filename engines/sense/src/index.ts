export { senseMigrations } from './migrations.ts';
export { senseFaults } from './faults.ts';
export { type Batch, type LatestChange, type Observation } from './observation.ts';
export { recordObservations, type Recorded } from './recordObservations.ts';
export { makePartitions } from './partitions.ts';
export { registerThings, type Datastream, type Thing } from './registerThings.ts';
export { findThings, getThing, type ThingWithLatest } from './findThings.ts';
export { findObservations, type ObservationQuery } from './findObservations.ts';
export {
  badObservationsOf,
  decodeObservations,
  locateObservations,
  type BadObservation,
  type ReceivedObservation,
} from './decodeObservations.ts';
export { faultTopic, startMqtt, type Mqtt, type MqttCounts, type MqttOptions } from './mqtt/startMqtt.ts';
export { findDevice, issueCredential, revokeCredential, type Device } from './mqtt/credentials.ts';
export { lastTimeOf } from './csv/lastTimeOf.ts';
export { importCsv, type CsvImport, type CsvReport } from './csv/importCsv.ts';
