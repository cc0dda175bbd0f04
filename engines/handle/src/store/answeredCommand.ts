import { columnText } from './arrayText.ts';
import { regionParameter, type AddParameter } from './tableWrite.ts';

/** A command that was done, kept so that its repeat gets the same answer. */
export interface AnsweredCommand {
  readonly region: string;
  readonly command: string;
  readonly digest: string;
  readonly answer: object;
  readonly at: Date;
}

/** The part of a statement that keeps answers; a command that another transaction did meanwhile is an error (23505). */
export function answersPart(answered: readonly AnsweredCommand[], add: AddParameter): string {
  const command = add(columnText(answered, (one) => one.command, 'uuid'));
  const digest = add(columnText(answered, (one) => one.digest, 'text'));
  const answer = add(columnText(answered, (one) => one.answer, 'jsonb'));
  const at = add(columnText(answered, (one) => one.at, 'timestamptz'));
  return `INSERT INTO handle.command_dedup (region, command, digest, answer, at)
    SELECT ${regionParameter}, r.command, r.digest, $${answer}::jsonb -> (r.n - 1)::int, r.at
    FROM unnest($${command}::uuid[], $${digest}::text[], $${at}::timestamptz[]) WITH ORDINALITY AS r(command, digest, at, n)`;
}
