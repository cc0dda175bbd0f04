import { Type, type Static } from 'typebox';
import { AccountNumber, Bilingual, OrganisationPath, RegionCode } from './scalar.ts';

/** GET /api/session; 401 when nobody is signed in. */
export const Session = Type.Object({
  account: AccountNumber,
  roles: Type.Array(Type.String()),
  region: RegionCode,
  organisation: OrganisationPath,
  organisationName: Bilingual,
  /** The actions that the policies allow this account at all, so that the console shows no dead button. */
  actions: Type.Array(Type.String()),
});
export type Session = Static<typeof Session>;

/** POST /api/session */
export const SignIn = Type.Object(
  { account: AccountNumber, password: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

/** POST /api/session/demo: only on loopback, on a data folder made as demo, without DATABASE_URL. */
export const DemoSignIn = Type.Object({ account: AccountNumber }, { additionalProperties: false });

/** GET /api/city, open to nobody too: what the sign-in page needs. */
export const City = Type.Object({
  code: RegionCode,
  name: Bilingual,
  /** True when what is shown is a drill (演练); every screen and export says so. */
  simulated: Type.Boolean(),
  regions: Type.Array(Type.Object({ code: RegionCode, name: Bilingual })),
  organisations: Type.Array(Type.Object({ path: OrganisationPath, name: Bilingual, region: RegionCode })),
  map: Type.Object({
    /** Width and height in map units; the origin is top left. */
    width: Type.Number(),
    height: Type.Number(),
    note: Bilingual,
    cells: Type.Array(
      Type.Object({ code: RegionCode, path: Type.String(), label: Type.Tuple([Type.Number(), Type.Number()]) }),
    ),
  }),
  /** Empty unless one-click demo sign-in is open. */
  demoAccounts: Type.Array(Type.Object({ account: AccountNumber, role: Type.String(), title: Bilingual })),
});
export type City = Static<typeof City>;
