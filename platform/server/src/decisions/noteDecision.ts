import { createHash } from 'node:crypto';
import type { Clock } from '@yiwang/clock';
import type { DecisionAnswer } from '@yiwang/contract';
import { appendEntries } from '@yiwang/ledger';
import type { Database, Transaction } from '@yiwang/postgres';
import type { KnownDecision } from './decisionCatalogue.ts';

interface Noted {
  readonly region: string;
  readonly by: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: DecisionAnswer;
}

/** The entry of one decision: what was answered, and the hash of what was asked, which may be personal. */
export async function noteDecision(tx: Transaction, clock: Clock, { region, by, input, answer }: Noted): Promise<void> {
  const { decision, rule, version, asOf, rules } = answer;
  const outputs = createHash('sha256').update(JSON.stringify(answer.outputs)).digest('hex');
  const asked = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  await appendEntries(tx, clock, [
    {
      region,
      kind: 'decision.taken',
      actor: by,
      subject: `decision:${decision}`,
      body: { rule, version, asOf, input: asked, outputs, rules: rules.map(({ id }) => id) },
    },
  ]);
}

interface Stream {
  readonly region: string;
  readonly by: string;
  readonly known: KnownDecision;
  readonly asOf: string;
}

/**
 * Passes the answers of a stream on, and writes one entry with their number and hash before the last piece is sent; also where the reader goes
 * away before the end.
 */
export async function* noteBulk(
  answers: AsyncIterable<string>,
  db: Database,
  clock: Clock,
  { region, by, known, asOf }: Stream,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  let whole = false;
  let held: string | undefined;
  try {
    for await (const piece of answers) {
      if (held !== undefined) yield held;
      held = piece;
      hash.update(piece);
      lines += piece.split('\n').length - 1;
    }
    whole = true;
  } finally {
    const body = { rule: known.rule, version: known.version, asOf, answers: lines, sha256: hash.digest('hex'), whole };
    await db.transaction((tx) =>
      appendEntries(tx, clock, [
        { region, kind: 'decision.bulk-taken', actor: by, subject: `decision:${known.decision.id}`, body },
      ]),
    );
  }
  if (held !== undefined) yield held;
}
