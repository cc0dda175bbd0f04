import { childrenOf } from '@yiwang/xml';
import type { Rule } from './reasons.ts';

/** What waits aside of the flow, an event subprocess or a compensation handler, has no sequence flows; the former one start. */
export const eventSubprocesses: Rule = (model, refuse) => {
  for (const scope of model.named('subProcess', 'transaction', 'adHocSubProcess')) {
    if (scope.attributes['triggeredByEvent'] !== 'true') continue;
    if (model.into(scope).length > 0 || model.from(scope).length > 0) refuse(scope, 'eventSubprocessFlow');
    const n = childrenOf(scope, 'startEvent').length;
    if (n !== 1) refuse(scope, 'eventSubprocessStart', { n });
  }
};
