import { checkMayDo, type Act, type Actor, type LegalClock, type Task } from '@yiwang/handle';
import { isFault } from '@yiwang/faults';
import type { Bilingual } from '@yiwang/messages';
import type { Rehearsal } from './rehearsal.ts';
import type { ActStep } from './scenarioFile.ts';

/** What a step tells the engine, or why there is nothing to tell it about. */
export type Told = { readonly act: Act } | { readonly missing: Bilingual };

/** Finds what a step of a scenario names: the task that is open, the clock, the call, the subprocess. */
export function actOf(rehearsal: Rehearsal, said: ActStep, by: Actor): Told {
  if ('clock' in said) return clockAct(rehearsal, said);
  if (!isOnTask(said)) return caseAct(rehearsal, said);
  const task = findTask(rehearsal, said.task, by);
  if (task !== undefined) return { act: taskAct(said, task.id) };
  const open = rehearsal.state.tasks.filter(({ state }) => state === 'open').map(({ element }) => element);
  return missing(
    `任务 ${said.task} 未打开（打开的有：${open.join('、') || '无'}）`,
    `no task ${said.task} is open, but ${open.join(', ') || 'none'}`,
  );
}

function isOnTask(said: TaskStep | CaseStep): said is TaskStep {
  return 'task' in said && said.do !== 'reopen';
}

function missing(zh: string, en: string): Told {
  return { missing: { zh, en } };
}

type TaskStep = Extract<ActStep, { readonly task: string; readonly do: Exclude<ActStep['do'], 'reopen'> }>;
type ClockStep = Extract<ActStep, { readonly clock: string }>;
type CaseStep = Exclude<ActStep, TaskStep | ClockStep>;

/** Of several open tasks of an element the first that this person may do; a refusal is to be about the first of all. */
function findTask({ definition, state }: Rehearsal, element: string, by: Actor): Task | undefined {
  const open = state.tasks.filter((task) => task.state === 'open' && task.element === element);
  return open.find((task) => mayDo(definition, state, task, by)) ?? open[0];
}

function mayDo(...[definition, state, task, by]: Parameters<typeof checkMayDo>): boolean {
  try {
    checkMayDo(definition, state, task, by);
    return true;
  } catch (error) {
    if (!isFault(error)) throw error;
    return false;
  }
}

function taskAct(said: TaskStep, task: string): Act {
  switch (said.do) {
    case 'claim':
    case 'release':
      return { do: said.do, task };
    case 'complete':
      return { do: 'complete', task, form: said.form ?? {} };
    case 'assign': {
      const account = said.account === undefined ? {} : { account: `account:${said.account}` };
      return {
        do: 'assign',
        task,
        ...account,
        ...(said.organisation === undefined ? {} : { organisation: said.organisation }),
      };
    }
    case 'delegate':
      return { do: 'delegate', task, account: `account:${said.account}` };
    case 'transfer':
      return { do: 'transfer', task, organisation: said.organisation };
    case 'return':
      return { do: 'return', task, to: said.to };
    case 'addSigner': {
      const account = said.account === undefined ? {} : { account: `account:${said.account}` };
      return { do: 'addSigner', task, organisation: said.organisation, ...account };
    }
    case 'addPhoto':
      return {
        do: 'addEvidence',
        evidence: { task, hash: said.file, type: 'image/jpeg', size: 1, name: said.file },
      };
  }
}

/** The newest clock of an element; one that is not stopped goes before those that are. */
export function findClock({ state }: Pick<Rehearsal, 'state'>, element: string): LegalClock | undefined {
  const all = state.clocks.filter((clock) => clock.element === element);
  return all.findLast((clock) => clock.state !== 'stopped') ?? all.at(-1);
}

function clockAct(rehearsal: Rehearsal, said: ClockStep): Told {
  const clock = findClock(rehearsal, said.clock)?.id;
  if (clock === undefined) return missing(`${said.clock} 没有计时`, `${said.clock} has no clock`);
  switch (said.do) {
    case 'suspend':
      return { act: { do: 'suspendClock', clock } };
    case 'resume':
      return { act: { do: 'resumeClock', clock } };
    case 'extend':
      return { act: { do: 'extend', clock, amount: said.amount } };
    case 'decideExtension': {
      const request = rehearsal.state.requests.find((one) => one.clock === clock)?.id;
      if (request === undefined) return missing(`${said.clock} 没有延期申请`, `nobody asked to extend ${said.clock}`);
      return { act: { do: 'decideExtension', request, granted: said.granted } };
    }
  }
}

function caseAct({ state, calls, definition }: Rehearsal, said: CaseStep): Told {
  switch (said.do) {
    case 'urge':
    case 'supervise':
    case 'park':
    case 'unpark':
    case 'withdraw':
      return { act: { do: said.do } };
    case 'reopen':
      return { act: said.task === undefined ? { do: 'reopen' } : { do: 'reopen', element: said.task } };
    case 'begin': {
      const within = definition.nodes.get(said.element)?.scope;
      const scope = state.scopes.findLast((one) => one.element === within && one.role === 'body')?.id;
      if (scope === undefined)
        return missing(`${said.element} 所在的子流程未打开`, `the subprocess of ${said.element} is not open`);
      return { act: { do: 'begin', scope, element: said.element } };
    }
    case 'message':
      return { act: { do: 'correlate', message: said.name, variables: said.variables ?? {} } };
    case 'signal':
      return { act: { do: 'signal', signal: said.name, variables: said.variables ?? {} } };
    case 'set':
      return { act: { do: 'setVariables', variables: said.variables } };
    case 'answer': {
      const at = calls.findIndex(({ operation }) => operation === said.operation);
      const [call] = at === -1 ? [] : calls.splice(at, 1);
      if (call === undefined)
        return missing(`没有等待答复的调用 ${said.operation}`, `no call of ${said.operation} waits`);
      const error = said.error === undefined ? {} : { error: said.error };
      return { act: { do: 'answer', token: call.token, variables: said.variables ?? {}, ...error } };
    }
  }
}
