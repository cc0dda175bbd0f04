import { linkRow, statementRow, systemRow, taskRow, type Reading } from '@yiwang/extract';

export const rowKinds = ['statements', 'tasks', 'systems', 'links'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The rows of one kind as annotated reports write them. */
export function* rowsOf(text: string, reading: Reading, kind: RowKind): Generator<object> {
  const ambiguities = new Map(reading.ambiguities.map((ambiguity) => [ambiguity.id, ambiguity]));
  switch (kind) {
    case 'statements':
      for (const statement of reading.statements)
        yield statementRow(text, statement, ambiguities.get(statement.ambiguity ?? ''));
      return;
    case 'tasks':
      for (const task of reading.tasks) yield taskRow(text, task);
      return;
    case 'systems':
      for (const system of reading.systems) yield systemRow(text, system);
      return;
    case 'links': {
      const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
      for (const link of reading.links) {
        const row = linkRow(link, (id) => statements.get(id));
        if (row !== undefined) yield row;
      }
    }
  }
}

export interface ReportAbout {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  /** SHA-256 of the text's UTF-8 bytes. */
  readonly hash: string;
}

/** One row a line. */
export function* jsonLines(text: string, reading: Reading, kinds: readonly RowKind[]): Generator<string> {
  for (const kind of kinds) for (const row of rowsOf(text, reading, kind)) yield JSON.stringify(row);
}

/** One JSON document: what was read, then its rows by kind, one a line. */
export function* jsonDocument(
  about: ReportAbout,
  text: string,
  reading: Reading,
  kinds: readonly RowKind[],
): Generator<string> {
  const { title, year, length } = reading;
  const head = JSON.stringify({ ...about, title, year, length });
  yield `${head.slice(0, -1)},`;
  for (const [index, kind] of kinds.entries()) {
    yield `"${kind}": [`;
    let waiting: string | undefined;
    for (const row of rowsOf(text, reading, kind)) {
      if (waiting !== undefined) yield `${waiting},`;
      waiting = JSON.stringify(row);
    }
    if (waiting !== undefined) yield waiting;
    yield index < kinds.length - 1 ? '],' : ']}';
  }
}
