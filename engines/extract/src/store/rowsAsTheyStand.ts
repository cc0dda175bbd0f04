import type { Ambiguity, Statement, Task } from '../reading.ts';
import { correctedStatement, correctedTask } from './correctedRow.ts';
import type { Choice, CorrectedFields, Correction } from './correction.ts';
import type { ReadRows } from './readRows.ts';

export interface Counts {
  readonly facts: number;
  readonly targets: number;
  readonly tasks: number;
  readonly systems: number;
  /** Places with several readings where nobody has picked one yet. */
  readonly waiting: number;
}

/** A report's rows with the chosen readings and the corrections laid over the machine's. */
export interface StandingRows extends ReadRows {
  readonly ambiguities: readonly (Ambiguity & { readonly chosen: number | null })[];
  /** The machine's own reading of the statements and tasks that are changed or taken out, by row id. */
  readonly machine: ReadonlyMap<string, Statement | Task>;
  readonly counts: Counts;
}

/** What the corrections of a row come to: null takes it out, undefined leaves it to the machine. */
function patches(corrections: readonly Pick<Correction, 'row' | 'fields'>[]): Map<string, CorrectedFields | null> {
  const found = new Map<string, CorrectedFields | null>();
  for (const { row, fields } of corrections) {
    if (fields === null) found.set(row, null);
    else if (Object.keys(fields).length === 0) found.delete(row);
    else found.set(row, { ...found.get(row), ...fields });
  }
  return found;
}

/** The statements with each chosen reading's in the place of the likeliest one's. */
export function statementsOfChosen(
  { statements, ambiguities }: ReadRows,
  chosen: ReadonlyMap<string, number>,
): readonly Statement[] {
  const others = ambiguities.flatMap((ambiguity) => {
    const reading = ambiguity.readings[chosen.get(ambiguity.id) ?? 0];
    return reading === undefined || reading === ambiguity.readings[0] ? [] : [{ id: ambiguity.id, reading }];
  });
  if (others.length === 0) return statements;
  const replaced = new Set(others.map(({ id }) => id));
  return [
    ...statements.filter(({ ambiguity }) => ambiguity === undefined || !replaced.has(ambiguity)),
    ...others.flatMap(({ id, reading }) => reading.statements.map((one): Statement => ({ ...one, ambiguity: id }))),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * The rows of a report as they stand. Choices and corrections come oldest first: the latest choice of a place holds, the
 * fields of one row's corrections add up, of the same field the later one stands. A correction of a statement that no longer
 * stands, because another reading was chosen, waits until it stands again.
 */
export function rowsAsTheyStand(
  machine: ReadRows,
  choices: readonly Choice[],
  corrections: readonly Pick<Correction, 'row' | 'fields'>[],
): StandingRows {
  const chosen = new Map(choices.map(({ ambiguity, reading }) => [ambiguity, reading]));
  const patch = patches(corrections);
  const before = new Map<string, Statement | Task>();
  const lay = <Row extends Statement | Task>(
    rows: readonly Row[],
    corrected: (row: Row, fields: CorrectedFields) => Row,
  ) =>
    rows.flatMap((row) => {
      const fields = patch.get(row.id);
      if (fields === undefined) return [row];
      before.set(row.id, row);
      return fields === null ? [] : [corrected(row, fields)];
    });
  const statements = lay(statementsOfChosen(machine, chosen), correctedStatement);
  const tasks = lay(machine.tasks, correctedTask);
  const systems = machine.systems.filter(({ id }) => patch.get(id) !== null);
  const ambiguities = machine.ambiguities.map((one) => ({ ...one, chosen: chosen.get(one.id) ?? null }));
  const standing = new Map(statements.map((one) => [one.id, one.kind]));
  return {
    statements,
    tasks,
    systems,
    ambiguities,
    links: machine.links.filter(
      ({ id, fact, target }) =>
        patch.get(id) !== null && standing.get(fact) === 'fact' && standing.get(target) === 'target',
    ),
    machine: before,
    counts: {
      facts: statements.filter(({ kind }) => kind === 'fact').length,
      targets: statements.filter(({ kind }) => kind === 'target').length,
      tasks: tasks.length,
      systems: systems.length,
      waiting: ambiguities.filter((one) => one.chosen === null).length,
    },
  };
}
