import { Type, type Static } from 'typebox';
import { Bilingual, Instant, RegionCode, Uuid } from './scalar.ts';

export const LedgerEntry = Type.Object({
  id: Uuid,
  region: RegionCode,
  /** Place in the book; null in the moment before it gets one. */
  seq: Type.Union([Type.Integer(), Type.Null()]),
  at: Instant,
  kind: Type.String(),
  actor: Type.String(),
  subject: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  hash: Type.String(),
  /** True when its inclusion in the signed checkpoint was recomputed just now. */
  verified: Type.Boolean(),
});
export type LedgerEntry = Static<typeof LedgerEntry>;

/** GET /api/cases/:region/:id/entries */
export const EntryList = Type.Object({
  entries: Type.Array(LedgerEntry),
  checkpoint: Type.Union([
    Type.Object({ size: Type.Integer(), root: Type.String(), at: Instant, keyId: Type.String() }),
    Type.Null(),
  ]),
});
export type EntryList = Static<typeof EntryList>;

/** GET /api/ledger/:region/entries?after&limit, oldest first; answers an EntryList. `after` is the id of an entry. */
export const EntryQuery = Type.Object(
  { after: Type.Optional(Uuid), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) },
  { additionalProperties: false },
);
export type EntryQuery = Static<typeof EntryQuery>;

/** GET /api/ledger/:region/entries/:id/receipt: proves an entry without the server. */
export const Receipt = Type.Object({
  format: Type.Literal('yiwang-receipt/1'),
  algorithm: Type.Union([Type.Literal('sha-256'), Type.Literal('sm3')]),
  entry: Type.Unknown(),
  inclusion: Type.Object({ index: Type.Integer(), size: Type.Integer(), path: Type.Array(Type.String()) }),
  checkpoint: Type.String(),
});
export type Receipt = Static<typeof Receipt>;

/** GET /api/cases/:region/:id/receipt: what was done with a case, proven by the keys that the city signs with. */
export const CaseReceipt = Type.Object({
  format: Type.Literal('yiwang-case-receipt/1'),
  number: Type.String(),
  /** The first 200 entries. */
  receipts: Type.Array(Receipt),
  verifiers: Type.Array(Type.Object({ name: Type.String(), keyId: Type.String(), publicKey: Type.String() })),
});
export type CaseReceipt = Static<typeof CaseReceipt>;

/** GET /api/ledger: the books (账本), one a district. */
export const BookList = Type.Object({
  books: Type.Array(
    Type.Object({
      region: RegionCode,
      name: Bilingual,
      size: Type.Integer(),
      waiting: Type.Integer(),
      checkpoint: Type.Union([Type.Object({ size: Type.Integer(), root: Type.String(), at: Instant }), Type.Null()]),
    }),
  ),
});
export type BookList = Static<typeof BookList>;

/** POST /api/ledger/:region/verify */
export const Verification = Type.Object({
  region: RegionCode,
  entries: Type.Integer(),
  intact: Type.Boolean(),
  findings: Type.Array(
    Type.Object({
      kind: Type.String(),
      entry: Type.Union([Type.String(), Type.Null()]),
      seq: Type.Union([Type.Integer(), Type.Null()]),
      text: Bilingual,
    }),
  ),
  milliseconds: Type.Number(),
});
export type Verification = Static<typeof Verification>;
