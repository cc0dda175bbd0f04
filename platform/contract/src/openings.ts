import { Type, type Static } from 'typebox';
import { FormField, FormValues } from './cases.ts';
import { Code, Network, RegionCode, Uuid } from './scalar.ts';

/** GET /api/openings: what this account may open (发起) cases of, and with which form. */
export const OpeningList = Type.Object({
  openings: Type.Array(
    Type.Object({
      app: Code,
      process: Type.String(),
      network: Network,
      name: Type.String(),
      form: Type.Array(FormField),
      /** Where: the regions of the city that this account may open it for. */
      regions: Type.Array(RegionCode),
    }),
  ),
});
export type OpeningList = Static<typeof OpeningList>;
export type OpeningView = OpeningList['openings'][number];

/** POST /api/cases: 201 with CaseDetail. `command` makes a repeat harmless. */
export const OpenCaseBody = Type.Object(
  {
    command: Uuid,
    app: Code,
    process: Type.String({ minLength: 1, maxLength: 80 }),
    region: RegionCode,
    form: Type.Optional(FormValues),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  },
  { additionalProperties: false },
);
export type OpenCaseBody = Static<typeof OpenCaseBody>;
