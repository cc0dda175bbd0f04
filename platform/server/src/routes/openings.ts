import { CaseDetail, OpenCaseBody, OpeningList } from '@yiwang/contract';
import { getCase } from '@yiwang/handle';
import { signedInOf } from '../access/signedInOf.ts';
import { actorOf } from '../cases/actorOf.ts';
import { detailOf } from '../cases/caseDetail.ts';
import { networkOf } from '../cases/caseSummary.ts';
import { drawnFields } from '../cases/drawnFields.ts';
import { allOpenings, getOpening, openCase } from '../cases/openCase.ts';
import { serverFaults as faults } from '../faults.ts';
import { tellCases } from '../flow/handle-to-screen.ts';
import { retryDeadlock } from '../flow/retryDeadlock.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';
import { readerOf } from './cases.ts';

/** Cases that people open (发起): an application, a report, an inspection that was drawn. */
export function addOpeningRoutes(http: Http, platform: Platform): void {
  const { db, apps, city, access, handle } = platform;
  const regions = [city.code, ...city.regions.map(({ code }) => code)];

  http.get(
    '/api/openings',
    {
      config: { action: 'case.open' },
      schema: { summary: 'What I may open cases of', response: { 200: OpeningList }, tags: ['cases'] },
    },
    async (request) => {
      const who = signedInOf(request);
      const openings = allOpenings(apps)
        .filter(({ roles }) => roles.some((role) => who.roles.includes(role)))
        .map(({ app, process, name, organisation, fields }) => ({
          app,
          process,
          network: networkOf(apps, app),
          name,
          form: drawnFields(fields),
          regions: regions.filter((region) => access.may(who, 'case.open', { region, organisation, app })),
        }));
      return { openings: openings.filter((one) => one.regions.length > 0) };
    },
  );

  http.post(
    '/api/cases',
    {
      config: { action: 'case.open' },
      bodyLimit: 65_536,
      schema: { summary: 'Open a case (发起)', body: OpenCaseBody, response: { 201: CaseDetail }, tags: ['cases'] },
    },
    async (request, reply) => {
      const who = signedInOf(request);
      const { app, process, region } = request.body;
      if (!regions.includes(region)) throw faults.notFound({ what: region });
      const opening = getOpening(apps, app, process);
      access.require(request, who, 'case.open', { region, organisation: opening.organisation, app });
      const answer = await retryDeadlock(() =>
        db.transaction(async (tx) => {
          const opened = await openCase(tx, platform, opening, request.body, actorOf(who));
          await tellCases(tx, [[region, opened.case]]);
          return opened;
        }),
      );
      const view = await getCase(db, handle, region, answer.case);
      return reply.code(201).send(detailOf(view, platform, readerOf(request, who, platform, view), []));
    },
  );
}
