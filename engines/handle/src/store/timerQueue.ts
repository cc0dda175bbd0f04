/** The queue of base/jobs that timers wait in. */
export const timerQueue = 'handle.timer';

/** The due time is in the key: a timer that was moved is another job, and the old one finds nothing to do. */
export function timerKey(caseId: string, timer: number, dueAt: Date): string {
  return `${caseId}/${timer}/${dueAt.getTime()}`;
}
