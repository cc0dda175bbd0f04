import { DemoSignIn, Session, SignIn } from '@yiwang/contract';
import { Type } from 'typebox';
import { serverFaults as faults } from '../faults.ts';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import { isFromThisMachine } from '../http/loopback.ts';
import { clearSessionCookie, setSessionCookie } from '../http/sessionCookie.ts';
import { checkPassword } from '../identity/checkPassword.ts';
import { closeSession } from '../identity/closeSession.ts';
import { findAccount } from '../identity/findAccount.ts';
import { openSession } from '../identity/openSession.ts';
import type { SignedIn } from '../identity/principal.ts';
import type { Platform } from '../platform.ts';

/** Sign in, sign out, and who I am. */
export function addSessionRoutes(http: Http, platform: Platform): void {
  const { db, clock, access, city, https } = platform;

  const describe = (who: SignedIn): Session => {
    const organisation = city.organisations.find(({ path }) => path === who.organisation);
    return {
      account: who.account,
      roles: [...who.roles],
      region: who.region,
      organisation: who.organisation,
      organisationName: organisation?.name ?? { zh: who.organisation, en: who.organisation },
      actions: [...access.actionsOf(who, { region: city.code, organisation: city.duty })],
    };
  };

  http.get(
    '/api/session',
    {
      config: { action: 'session.read' },
      schema: { summary: 'Who is signed in', response: { 200: Session }, tags: ['session'] },
    },
    async (request) => describe(signedInOf(request)),
  );

  http.post(
    '/api/session',
    {
      config: { action: 'public' },
      bodyLimit: 4_096,
      schema: {
        summary: 'Sign in with account and password',
        body: SignIn,
        response: { 200: Session },
        tags: ['session'],
      },
    },
    async (request, reply) => {
      await platform.limiters.signIn(request);
      const who = await checkPassword(db, clock, request.body.account, request.body.password);
      setSessionCookie(reply, await openSession(db, clock, who, 'password'), https);
      return describe(who);
    },
  );

  http.post(
    '/api/session/demo',
    {
      config: { action: 'public' },
      bodyLimit: 4_096,
      schema: {
        summary: 'One-click sign-in of a drill (演练)',
        body: DemoSignIn,
        response: { 200: Session },
        tags: ['session'],
      },
    },
    async (request, reply) => {
      if (!platform.demoOpen || !isFromThisMachine(request)) throw faults.demoClosed();
      const { account } = request.body;
      if (!city.demoAccounts.some((demo) => demo.account === account)) throw faults.wrongSignIn();
      const who = await findAccount(db, account);
      if (who === undefined) throw faults.wrongSignIn();
      setSessionCookie(reply, await openSession(db, clock, who, 'demo'), https);
      return describe(who);
    },
  );

  http.delete(
    '/api/session',
    {
      config: { action: 'session.close' },
      schema: { summary: 'Sign out', response: { 204: Type.Null() }, tags: ['session'] },
    },
    async (request, reply) => {
      const who = signedInOf(request);
      if (request.sessionToken !== undefined) await closeSession(db, clock, who, request.sessionToken);
      clearSessionCookie(reply, https);
      return reply.code(204).send(null);
    },
  );
}
