import { BulkCommandBody, BulkResult, type CaseCommandBody } from '@yiwang/contract';
import { isFault, problemOf } from '@yiwang/faults';
import { derivedUuid, getCase, wasDone, type Actor, type CaseView } from '@yiwang/handle';
import { languageOf } from '@yiwang/messages';
import { signedInOf } from '../access/signedInOf.ts';
import { actorOf } from '../cases/actorOf.ts';
import { canDo } from '../cases/caseActions.ts';
import { actionFor, actOf } from '../cases/caseCommands.ts';
import { checkOrganisation } from '../cases/checkOrganisation.ts';
import { placeOf } from '../cases/placeOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';

/** Cases that are looked at together; what is done to them is written together by the desk. */
const together = 20;

/** One command on many cases of the queue. What one of them refuses leaves the others be. */
export function addBulkCommandRoutes(http: Http, platform: Platform): void {
  const { db, access, handle, caseDesk, city } = platform;

  http.post(
    '/api/cases/commands',
    {
      config: { action: 'task.complete' },
      bodyLimit: 65_536,
      schema: {
        summary: 'Do the same with many cases (批量办理)',
        body: BulkCommandBody,
        response: { 200: BulkResult },
        tags: ['cases'],
      },
    },
    async (request) => {
      const who = signedInOf(request);
      const by = actorOf(who);
      const language = languageOf(request.headers['accept-language']);
      const { command, do: what, cases, reason, organisation, account } = request.body;
      if (organisation !== undefined) checkOrganisation(city, organisation);

      const doOne = async ({ region, case: id }: { readonly region: string; readonly case: string }): Promise<void> => {
        const own = derivedUuid(command, id);
        const view = await getCase(db, handle, region, id);
        const task = taskFor(what, view, by);
        const body: CaseCommandBody = {
          command: own,
          do: what,
          ...(task === undefined ? {} : { task }),
          ...(organisation === undefined ? {} : { organisation }),
          ...(account === undefined ? {} : { account }),
        };
        if (!(await wasDone(db, region, own))) access.require(request, who, actionFor(body, view, by), placeOf(view));
        const act = actOf(body);
        if (act.do === 'act') await caseDesk.give({ region, case: id, command: own, by, reason }, act.act);
      };

      const results: BulkResult['results'] = [];
      for (let at = 0; at < cases.length; at += together) {
        const some = cases.slice(at, at + together);
        const settled = await Promise.allSettled(some.map(doOne));
        for (const [n, one] of some.entries()) {
          const outcome = settled[n];
          if (outcome?.status !== 'rejected') results.push({ ...one, done: true });
          else if (!isFault(outcome.reason)) throw outcome.reason;
          else {
            const { title, detail } = problemOf(outcome.reason, language);
            results.push({ ...one, done: false, title, detail });
          }
        }
      }
      return { results };
    },
  );
}

/** The task that a command on a case from the queue is about: of several that wait the first that is this person's. */
function taskFor(what: BulkCommandBody['do'], view: CaseView, by: Actor): string | undefined {
  if (what !== 'claim' && what !== 'assign') return undefined;
  const open = view.tasks.filter((task) => task.state === 'open');
  return (open.find((task) => what === 'assign' || (task.assignee === null && canDo(view, task, by))) ?? open[0])?.id;
}
