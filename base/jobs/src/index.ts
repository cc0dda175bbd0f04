export { jobsMigrations } from './migrations.ts';
export { jobsFaults } from './faults.ts';
export { type Job, type NewJob, type JsonObject, type JsonValue } from './job.ts';
export { enqueue, enqueueAll } from './enqueue.ts';
export { cancelJob, cancelJobs } from './cancelJob.ts';
export { startWorkers, type Workers, type WorkerOptions } from './startWorkers.ts';
export { type Handler, type QueueHandler, type Attempt } from './runLane.ts';
export { listDead, retryDead, discardDead, type DeadJob } from './deadJobs.ts';
export { countJobs, type QueueCount } from './countJobs.ts';
