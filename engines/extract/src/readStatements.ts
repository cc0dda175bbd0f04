import { findAmbiguities, neighbourhood, type Disambiguated } from './ambiguities/findAmbiguities.ts';
import type { Section, Statement } from './reading.ts';
import { findStatements } from './statements/findStatements.ts';

const batch = 50;
/** A batch ends here whatever stands next: a table of figures may have no gap. */
const most = 2_000;

/**
 * The statements of a report with its ambiguous places, some hundred at a time: a long text is never held as rows. The same rows as of all
 * at once, since a batch ends where the next statement is too far to tell anything about the last one.
 */
export function* readStatements(text: string, sections: readonly Section[]): Generator<Disambiguated> {
  let waiting: Statement[] = [];
  let before = 0;
  for (const statement of findStatements(text, sections)) {
    const last = waiting.at(-1);
    const apart = last !== undefined && statement.span.start - last.span.start >= neighbourhood;
    if ((waiting.length >= batch && apart) || waiting.length >= most) {
      const read = findAmbiguities(text, waiting, before);
      before += read.ambiguities.length;
      yield read;
      waiting = [];
    }
    waiting.push(statement);
  }
  if (waiting.length > 0) yield findAmbiguities(text, waiting, before);
}
