import { isFault, problemOf } from '@yiwang/faults';
import type { DecisionAnswer } from '@yiwang/contract';
import type { Language } from '@yiwang/messages';
import { serverFaults as faults } from '../faults.ts';

/** Longest line, in UTF-16 units: an input with a few thousand values. */
const longestLine = 262_144;
/** Answers are sent in pieces of about this many characters, so that a million lines are not a million writes. */
const piece = 65_536;

type Take = (input: Readonly<Record<string, unknown>>) => Pick<DecisionAnswer, 'outputs' | 'reason' | 'rules'>;

/**
 * Takes a decision for each line of a stream of NDJSON and gives a line for each, in their order: `{"line":1,"outputs":{…}}`, or with
 * `problem` where that line could not be read; the others go on. Memory is a piece in and a piece out: who reads slowly slows the sender.
 */
export async function* bulkDecisions(
  body: AsyncIterable<Uint8Array>,
  take: Take,
  language: Language,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let out = '';
  const answerOf = (text: string, at: number): Readonly<Record<string, unknown>> => {
    try {
      if (text.length > longestLine) throw tooLong(at);
      const input: unknown = JSON.parse(text);
      if (!isObject(input)) throw faults.badRequest({ where: `line ${at}`, reason: 'not a JSON object' });
      return take(input);
    } catch (error) {
      if (isFault(error)) return { problem: problemOf(error, language) };
      if (!(error instanceof SyntaxError)) throw error;
      return { problem: problemOf(faults.badRequest({ where: `line ${at}`, reason: error.message }), language) };
    }
  };
  const answer = (text: string): void => {
    line += 1;
    if (text.trim() !== '') out += `${JSON.stringify({ line, ...answerOf(text, line) })}\n`;
  };
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      answer(text);
      if (out.length >= piece) {
        yield out;
        out = '';
      }
    }
    // A line without end: its beginning is kept as long as tells that it is too long, the rest is let go.
    if (rest.length > longestLine) rest = rest.slice(0, longestLine + 1);
  }
  answer(rest + decoder.decode());
  if (out !== '') yield out;
}

const tooLong = (line: number) =>
  faults.badRequest({ where: `line ${line}`, reason: `longer than ${longestLine} characters` });

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
