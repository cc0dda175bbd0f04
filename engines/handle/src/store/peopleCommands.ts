import type { Sql } from '@yiwang/postgres';
import type { PeopleAct } from '../step/caseCommand.ts';
import type { CaseLink } from '../step/caseState.ts';
import type { CommandAnswer, CommandRequest, HandlePorts } from './commandRequest.ts';
import { faults } from '../faults.ts';
import { derivedUuid } from './derivedUuid.ts';
import { findCasesById, type LoadedCase } from './loadCase.ts';
import { runCommand } from './runCommand.ts';

/** Any command of people on one case, such as release, delegate, return or extend. Linking and merging concern two. */
export function givePeopleCommand(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest,
  act: Exclude<PeopleAct, { readonly do: 'link' | 'mergeInto' }>,
): Promise<CommandAnswer> {
  return runCommand(tx, ports, request, act);
}

const other = { link: ['related', 'related'], mergeInto: ['mergedInto', 'merged'] } as const;

/**
 * Links two cases (关联), or merges one into another (并案): the first closes as merged, and each has the link.
 * @throws handle.noCase, handle.badCommand for a case and itself
 */
export async function joinCases(
  tx: Sql,
  ports: HandlePorts,
  request: CommandRequest,
  how: 'link' | 'mergeInto',
  to: { readonly region: string; readonly case: string },
): Promise<CommandAnswer> {
  if (to.case === request.case)
    throw faults.badCommand({ reasonZh: '不能与自身关联或合并。', reason: 'A case can not be joined to itself.' });
  const both = await findCasesById(tx, [request, to], { lock: true });
  const linkTo = (found: LoadedCase | undefined, region: string, id: string, kind: CaseLink['kind']): CaseLink => {
    if (found === undefined) throw faults.noCase({ region, id });
    return { kind, region, case: id, number: found.state.number };
  };
  const [here, there] = other[how];
  const forth = linkTo(both.get(to.case), to.region, to.case, here);
  const back = linkTo(both.get(request.case), request.region, request.case, there);
  const answer = await runCommand(tx, ports, request, { do: how, link: forth });
  const command = derivedUuid(request.command, 'back');
  const { by, reason } = request;
  await runCommand(tx, ports, { ...to, command, by, reason }, { do: 'link', link: back });
  return answer;
}
