import { CaseCommandBody, CaseDetail, CasePath, TaskCommand, TaskPath } from '@yiwang/contract';
import { getCase, joinCases, wasDone, type CaseView } from '@yiwang/handle';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from '@yiwang/postgres';
import { signedInOf } from '../access/signedInOf.ts';
import { actorOf } from '../cases/actorOf.ts';
import { actionFor, actOf, missing } from '../cases/caseCommands.ts';
import { checkOrganisation } from '../cases/checkOrganisation.ts';
import { detailOf } from '../cases/caseDetail.ts';
import { placeOf } from '../cases/placeOf.ts';
import { tellCase } from '../cases/tellCase.ts';
import { proposeTeams } from '../cases/proposeTeams.ts';
import { tellCases } from '../flow/handle-to-screen.ts';
import { retryDeadlock } from '../flow/retryDeadlock.ts';
import type { Action } from '../access/actions.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { readerOf } from './cases.ts';

interface TaskKey {
  readonly region: string;
  readonly id: string;
}

/** Claim (接单) and complete (办结). A command that is sent again under its id gets the answer of the first time. */
export function addTaskCommandRoutes(http: Http, platform: Platform): void {
  const { db, city, access, handle, caseDesk } = platform;

  /** In a transaction of its own, for what concerns more than one case or more than the case. */
  const alone = ({ region, id }: TaskKey, work: (tx: Transaction) => Promise<unknown>): Promise<void> =>
    retryDeadlock(() =>
      db.transaction(async (tx) => {
        await work(tx);
        await tellCases(tx, [[region, id]]);
      }),
    );

  /** Sees to it that somebody may give a command, has it done, and answers with the case as it is then. */
  const run = async (
    request: FastifyRequest,
    { region, id }: TaskKey,
    needs: Action | ((view: CaseView) => Action),
    commandId: string,
    command: () => Promise<unknown>,
  ): Promise<CaseDetail> => {
    const who = signedInOf(request);
    const before = await getCase(db, handle, region, id);
    // A case moves on by what is done with it, perhaps out of the reach of who did it; whoever sends that command again,
    // for its answer was lost, is told what was done. The engine refuses the id to every other account.
    if (!(await wasDone(db, region, commandId))) {
      access.require(request, who, typeof needs === 'string' ? needs : needs(before), placeOf(before));
    }
    await command();
    const view = await getCase(db, handle, region, id);
    const place = placeOf(view);
    const proposals =
      view.row.state === 'open' && access.may(who, 'task.dispatch', place) ? await proposeTeams(db, city, view) : [];
    return detailOf(view, platform, readerOf(request, who, platform, view), proposals);
  };

  http.post(
    '/api/cases/:region/:id/tasks/:task/claim',
    {
      config: { action: 'case.claim' },
      bodyLimit: 16_384,
      schema: {
        summary: 'Take a task (接单)',
        params: TaskPath,
        body: TaskCommand,
        response: { 200: CaseDetail },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id, task } = request.params;
      const { command, reason } = request.body;
      const by = actorOf(signedInOf(request));
      return run(request, request.params, 'case.claim', command, () =>
        caseDesk.give({ region, case: id, command, by, reason }, { do: 'claim', task }),
      );
    },
  );

  http.post(
    '/api/cases/:region/:id/tasks/:task/complete',
    {
      config: { action: 'task.complete' },
      bodyLimit: 65_536,
      schema: {
        summary: 'Complete a task (办结)',
        params: TaskPath,
        body: TaskCommand,
        response: { 200: CaseDetail },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id, task } = request.params;
      const { command, reason, form = {} } = request.body;
      const by = actorOf(signedInOf(request));
      checkOrganisation(city, form['team']);
      const action = 'team' in form ? 'task.dispatch' : 'task.complete';
      return run(request, request.params, action, command, () =>
        caseDesk.give({ region, case: id, command, by, reason }, { do: 'complete', task, form }),
      );
    },
  );

  http.post(
    '/api/cases/:region/:id/commands',
    {
      config: { action: 'task.complete' },
      bodyLimit: 65_536,
      schema: {
        summary: 'Do something with a case or a task of it (办理)',
        params: CasePath,
        body: CaseCommandBody,
        response: { 200: CaseDetail },
        tags: ['cases'],
      },
    },
    async (request) => {
      const { region, id } = request.params;
      const { body } = request;
      const by = actorOf(signedInOf(request));
      const { command, rev, reason, other, organisation } = body;
      if (organisation !== undefined) checkOrganisation(city, organisation);
      const given = { region, case: id, command, by, reason, rev };
      const act = actOf(body);
      return run(
        request,
        { region, id },
        (view) => actionFor(body, view, by),
        command,
        () => {
          if (act.do === 'join')
            return alone({ region, id }, (tx) => joinCases(tx, handle, given, act.how, other ?? missing('other')));
          if (act.do === 'tell')
            return alone({ region, id }, (tx) =>
              tellCase(tx, platform, given, { message: act.message, form: body.form ?? {} }),
            );
          return caseDesk.give(given, act.act);
        },
      );
    },
  );
}
