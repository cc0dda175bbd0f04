import type { CaseCommandBody } from '@yiwang/contract';
import type { Actor, CaseView, PeopleAct } from '@yiwang/handle';
import type { Action } from '../access/actions.ts';
import { serverFaults as faults } from '../faults.ts';

type Told = { readonly do: 'act'; readonly act: Exclude<PeopleAct, { readonly do: 'link' | 'mergeInto' }> };
type Tell = { readonly do: 'tell'; readonly message: string };
type Join = { readonly do: 'join'; readonly how: 'link' | 'mergeInto' };

/**
 * What a policy has to allow for each command; whose task it is, and who approves, the engine says. A clock is moved by who
 * holds its task; that of the case or a stage, and another's, by who answers for the case.
 */
export function actionFor({ do: what, form, clock }: CaseCommandBody, { clocks, tasks }: CaseView, by: Actor): Action {
  switch (what) {
    case 'claim':
      return 'case.claim';
    case 'assign':
      return 'task.dispatch';
    case 'complete':
      return form !== undefined && 'team' in form ? 'task.dispatch' : 'task.complete';
    case 'supervise':
      return 'case.supervise';
    case 'retry':
      return 'case.mend';
    case 'suspendClock':
    case 'resumeClock':
    case 'extend': {
      const task = clocks.find(({ id }) => id === clock)?.task ?? null;
      const held = tasks.some(({ id, assignee }) => id === task && assignee === by.actor);
      return held ? 'task.complete' : 'case.steer';
    }
    case 'urge':
    case 'park':
    case 'unpark':
    case 'link':
    case 'mergeInto':
    case 'withdraw':
    case 'reopen':
      return 'case.steer';
    case 'release':
    case 'delegate':
    case 'transfer':
    case 'return':
    case 'addSigner':
    case 'decideExtension':
    case 'begin':
    case 'tell':
      return 'task.complete';
  }
}

/** @throws server.badRequest */
export function missing(name: string): never {
  throw faults.commandLacks({ name });
}

/** The command that a request says, with all that it needs. @throws server.commandLacks */
export function actOf(body: CaseCommandBody): Told | Tell | Join {
  const need = <T>(value: T | undefined, name: string): T => value ?? missing(name);
  const task = () => need(body.task, 'task');
  const account = body.account === undefined ? undefined : `account:${body.account}`;
  const act = (one: Told['act']): Told => ({ do: 'act', act: one });
  switch (body.do) {
    case 'claim':
    case 'release':
      return act({ do: body.do, task: task() });
    case 'complete':
      return act({ do: 'complete', task: task(), form: body.form ?? {} });
    case 'assign': {
      const { organisation } = body;
      if (organisation === undefined && account === undefined) missing('organisation');
      return act({
        do: 'assign',
        task: task(),
        ...(organisation === undefined ? {} : { organisation }),
        ...(account === undefined ? {} : { account }),
      });
    }
    case 'delegate':
      return act({ do: 'delegate', task: task(), account: need(account, 'account') });
    case 'transfer':
      return act({ do: 'transfer', task: task(), organisation: need(body.organisation, 'organisation') });
    case 'return':
      return act({ do: 'return', task: task(), to: need(body.element, 'element') });
    case 'addSigner':
      return act({
        do: 'addSigner',
        task: task(),
        organisation: need(body.organisation, 'organisation'),
        ...(account === undefined ? {} : { account }),
      });
    case 'suspendClock':
    case 'resumeClock':
      return act({ do: body.do, clock: need(body.clock, 'clock') });
    case 'extend':
      return act({ do: 'extend', clock: need(body.clock, 'clock'), amount: need(body.amount, 'amount') });
    case 'decideExtension':
      return act({
        do: 'decideExtension',
        request: need(body.request, 'request'),
        granted: need(body.granted, 'granted'),
      });
    case 'begin':
      return act({ do: 'begin', scope: need(body.scope, 'scope'), element: need(body.element, 'element') });
    case 'reopen':
      return act({ do: 'reopen', ...(body.element === undefined ? {} : { element: body.element }) });
    case 'tell':
      return { do: 'tell', message: need(body.message, 'message') };
    case 'retry':
      return act({ do: 'retry', incident: need(body.incident, 'incident') });
    case 'urge':
    case 'supervise':
    case 'park':
    case 'unpark':
    case 'withdraw':
      return act({ do: body.do });
    case 'link':
    case 'mergeInto':
      return { do: 'join', how: body.do };
  }
}
