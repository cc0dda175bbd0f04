/** Everything that policies decide about. A new route takes one of these or adds one here and in the policies. */
export const actions = [
  'session.read',
  'session.close',
  'screen.read',
  'case.read',
  'case.claim',
  'task.complete',
  'task.dispatch',
  'file.add',
  'file.read',
  'ledger.read',
  'ledger.verify',
  'observation.record',
  'report.read',
  'report.add',
  'report.correct',
  'report.withdraw',
  'rule.read',
  'rule.try',
  'rule.publish',
  'rule.withdraw',
  'decision.take',
  'register.read',
  'register.change',
  'metrics.read',
] as const;

export type Action = (typeof actions)[number];
