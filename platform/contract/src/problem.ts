import { Type, type Static } from 'typebox';

/** application/problem+json, RFC 9457; `help` says what the reader can do. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  help: Type.String(),
  code: Type.String(),
  instance: Type.Optional(Type.String()),
});
export type Problem = Static<typeof Problem>;
