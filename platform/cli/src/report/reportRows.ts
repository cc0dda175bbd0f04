import {
  findLinks,
  findSections,
  findSystems,
  findTasks,
  headOf,
  linkRow,
  readStatements,
  statementRow,
  systemRow,
  taskRow,
  type Section,
  type Statement,
} from '@yiwang/extract';

export const rowKinds = ['statements', 'tasks', 'systems', 'links'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Finds the rows of one kind as annotated reports write them. They are made while they are asked for: a text of 50 MB has a million. */
export function* rowsOf(text: string, sections: readonly Section[], kind: RowKind): Generator<object> {
  switch (kind) {
    case 'statements':
      for (const { statements, ambiguities } of readStatements(text, sections)) {
        const places = new Map(ambiguities.map((ambiguity) => [ambiguity.id, ambiguity]));
        for (const statement of statements) yield statementRow(text, statement, places.get(statement.ambiguity ?? ''));
      }
      return;
    case 'tasks':
      for (const task of findTasks(text, sections)) yield taskRow(text, task);
      return;
    case 'systems':
      for (const system of findSystems(text, sections)) yield systemRow(text, system);
      return;
    case 'links': {
      const links = findLinks(statementsOf(text, sections));
      const ends = new Set(links.flatMap(({ fact, target }) => [fact, target]));
      const statements = new Map<string, Statement>();
      for (const statement of statementsOf(text, sections))
        if (ends.has(statement.id)) statements.set(statement.id, statement);
      for (const link of links) {
        const row = linkRow(link, (id) => statements.get(id));
        if (row !== undefined) yield row;
      }
    }
  }
}

function* statementsOf(text: string, sections: readonly Section[]): Generator<Statement> {
  for (const { statements } of readStatements(text, sections)) yield* statements;
}

export interface ReportAbout {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  /** SHA-256 of the text's UTF-8 bytes. */
  readonly hash: string;
}

/** One row a line. */
export function* jsonLines(text: string, kinds: readonly RowKind[]): Generator<string> {
  const sections = findSections(text);
  for (const kind of kinds) for (const row of rowsOf(text, sections, kind)) yield JSON.stringify(row);
}

/** One JSON document: what was read, then its rows by kind, one a line. */
export function* jsonDocument(about: ReportAbout, text: string, kinds: readonly RowKind[]): Generator<string> {
  const head = JSON.stringify({ ...about, ...headOf(text), length: text.length });
  yield `${head.slice(0, -1)},`;
  const sections = findSections(text);
  for (const [index, kind] of kinds.entries()) {
    yield `"${kind}": [`;
    let waiting: string | undefined;
    for (const row of rowsOf(text, sections, kind)) {
      if (waiting !== undefined) yield `${waiting},`;
      waiting = JSON.stringify(row);
    }
    if (waiting !== undefined) yield waiting;
    yield index < kinds.length - 1 ? '],' : ']}';
  }
}
