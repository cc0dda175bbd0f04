import type { ReadingScores, Score } from '@yiwang/extract/conformance';

/** An annotated report with its scores. */
export interface ScoredReport {
  readonly name: string;
  readonly scores: ReadingScores;
}

/** What came out of one report, annotated or not. */
export interface ReadCounts {
  readonly name: string;
  /** In characters. */
  readonly length: number;
  readonly facts: number;
  readonly targets: number;
  readonly ambiguities: number;
  readonly tasks: number;
  readonly systems: number;
  readonly links: number;
  /** Of one warm reading. */
  readonly milliseconds: number;
}

export interface ScoreLine extends Score {
  readonly what: string;
  readonly goal: string;
}

const goals: Readonly<Record<string, string>> = {
  'value+unit+comparator': 'F1 ≥ .97',
  'value+unit+change': 'F1 ≥ .93',
  'value+unit+kind': 'F1 ≥ .93',
  'value+unit+period': 'F1 ≥ .93',
  metric: 'F1 ≥ .88',
};

/** A line a level: what was asked of it, and what it is. */
export function scoreLines({ statements, tasks, systems, links }: ReadingScores): readonly ScoreLine[] {
  return [
    ...Object.entries(statements.levels).map(([what, score]) => ({ what, ...score, goal: goals[what] ?? '' })),
    { what: 'tasks', ...tasks.score, goal: 'R ≥ .85, P ≥ .80' },
    { what: 'systems', ...systems.score, goal: 'R ≥ .80' },
    { what: 'links', ...links.score, goal: 'F1 ≥ .90' },
  ];
}

/** .968; three decimals, as the annotation's own program gives. */
export function shareText(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}

/** docs/conformance/reports.md: scores and misses by id, place and field, without the reports' sentences. */
export function reportsPage(scored: readonly ScoredReport[], counts: readonly ReadCounts[]): string {
  return [
    '# Government work reports',
    '',
    'What `@yiwang/extract` reads, against hand annotation, by `./yiwang conformance reports`; the rules of the score are those of the',
    "annotation's own program. A row counts for a level when its value is right and everything the level names; the metric's level asks for",
    'value and metric (shared pairs of characters ≥ .6). Soft and uncertain rows count neither for nor against. The texts and the annotation',
    'lie outside the project; here are ids, places and names. The rules of the reader were made with the annotation at hand: the scores tell',
    'what it does with this text, and not what to expect of a text that it has never seen.',
    ...scored.flatMap((report) => ['', ...reportPart(report)]),
    '',
    '## All texts: what comes out',
    '',
    '| text | characters | facts | targets | two readings | tasks | systems | links | ms, warm |',
    '|---|---|---|---|---|---|---|---|---|',
    ...counts.map(
      ({ name, length, facts, targets, ambiguities, tasks, systems, links, milliseconds }) =>
        `| ${[name, length, facts, targets, ambiguities, tasks, systems, links, milliseconds.toFixed(1)].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function reportPart({ name, scores }: ScoredReport): string[] {
  const { statements, tasks, systems, links, traps } = scores;
  return [
    `## ${name}`,
    '',
    `${statements.annotated} statements (${statements.optional} more may be read or not), ${statements.read} read. Of ${traps.annotated} numbers`,
    `that state nothing, ${traps.fell.length} were read as statements.`,
    '',
    '| | precision | recall | F1 | goal |',
    '|---|---|---|---|---|',
    ...scoreLines(scores).map(
      ({ what, precision, recall, f1, goal }) =>
        `| ${what} | ${shareText(precision)} | ${shareText(recall)} | ${shareText(f1)} | ${goal} |`,
    ),
    ...listed(
      'Statements that were missed',
      statements.missed.map(({ id, metric, value_si, unit_si }) => `${id} ${metric} ${figureText(value_si)}${unit_si}`),
    ),
    ...listed(
      'Statements that were read and not annotated',
      statements.surplus.map(
        ({ span_start, metric, value_si, unit_si }) =>
          `at ${span_start} ${metric ?? ''} ${figureText(value_si)}${unit_si ?? ''}`,
      ),
    ),
    ...listed(
      'Fields that were read otherwise (annotated → read)',
      statements.wrong.map(
        ({ annotated, read, field }) => `${annotated.id} ${field}: ${annotated[field] ?? '–'} → ${read[field] ?? '–'}`,
      ),
    ),
    ...listed(
      'Numbers that state nothing and were read as statements',
      traps.fell.map(({ id, reason }) => `${id} ${reason}`),
    ),
    ...tasksBefore(scores),
    ...listedShort(
      'Tasks that were missed, with their verbs',
      tasks.missed.map(({ id, verb }) => `${id} ${verb}`),
    ),
    ...listedShort(
      'Tasks that were read and not annotated, with their verbs',
      tasks.surplus.map(({ start, verb }) => `at ${start} ${verb}`),
    ),
    ...listedShort(
      'Systems that were missed',
      systems.missed.map(({ id, name: system }) => `${id} ${system}`),
    ),
    ...listedShort(
      'Systems that were read and not annotated',
      systems.surplus.map(({ start, name: system }) => `at ${start} ${system}`),
    ),
    ...listed(
      'Links that were missed',
      links.missed.map(({ metric, fact, target }) => `${metric}: ${fact} → ${target}`),
    ),
    ...listed(
      'Links that were read and not annotated',
      links.surplus.map(({ metric, fact, target }) => `${metric}: ${fact} → ${target}`),
    ),
  ];
}

/** An annotation may begin late in the text; what was read before it counts against precision all the same. */
function tasksBefore({ tasks }: ReadingScores): string[] {
  const before = tasks.surplus.filter(({ start }) => start < tasks.from).length;
  return before === 0
    ? []
    : [
        '',
        `${before} of the tasks that were read and not annotated stand before the first annotated one, at ${tasks.from}.`,
      ];
}

function figureText(figure: number | readonly number[] | null): string {
  return figure === null ? '' : [figure].flat().join(', ');
}

function listed(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', `### ${title}: ${rows.length}`, '', ...rows.map((row) => `- ${row}`)];
}

/** Ten to a line: there may be many. */
function listedShort(title: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const lines = Array.from({ length: Math.ceil(rows.length / 10) }, (_, line) =>
    rows.slice(line * 10, line * 10 + 10).join('; '),
  );
  return ['', `### ${title}: ${rows.length}`, '', ...lines.map((line) => `- ${line}`)];
}
