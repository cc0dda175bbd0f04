import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { AnnotatedStatement } from './scoreStatements.ts';
import { scoreStatements } from './scoreStatements.ts';
import { scoreLinks, type AnnotatedLink } from './scoreLinks.ts';
import { scoreSystems, type AnnotatedSystem } from './scoreSystems.ts';
import { scoreTasks, type AnnotatedTask } from './scoreTasks.ts';
import type { Score } from './score.ts';

/** The annotation's own program lies outside the project; ours must give its numbers on rows that are right, wrong and missing by turns. */
const reports = path.resolve(import.meta.dirname, '../../../../../shared/reports');
const absent = !existsSync(path.join(reports, 'score.py'))
  ? '../shared/reports is absent'
  : spawnSync('python3', ['--version']).status !== 0
    ? 'python3 is absent'
    : false;

const rowsOf = <T>(kind: string): T[] =>
  readFileSync(path.join(reports, `${kind}-hangzhou-2022.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

type PyScore = Readonly<Record<'P' | 'R' | 'F1', number>>;

/** Runs score.py on what was "read"; gives its answer. */
function scorePy<T>(kind: string, read: readonly object[]): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-score-'));
  try {
    const file = path.join(folder, 'read.jsonl');
    writeFileSync(file, read.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const name = kind === 'gold' ? [] : [`--kind=${kind}`];
    const args = ['score.py', `${kind}-hangzhou-2022.jsonl`, file, ...name];
    const { stdout, stderr } = spawnSync('python3', args, { cwd: reports, encoding: 'utf8' });
    assert.equal(stderr, '');
    return JSON.parse(stdout) as T;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function same(ours: Score, theirs: PyScore, what: string): void {
  const pairs = [
    [ours.precision, theirs.P],
    [ours.recall, theirs.R],
    [ours.f1, theirs.F1],
  ] as const;
  for (const [a, b] of pairs) assert.ok(Math.abs(a - b) <= 0.000_5 + 1e-9, `${what}: ${a}, score.py ${b}`);
}

/** Every third left as it is; the others moved, changed or dropped by turns. */
function disturbed<T extends object>(rows: readonly T[], changes: readonly ((row: T) => T | undefined)[]): T[] {
  return rows.flatMap((row, index) => (index % 3 === 0 ? row : (changes[index % changes.length]?.(row) ?? [])));
}

test('statements score as score.py scores them', { skip: absent }, () => {
  const annotated = rowsOf<AnnotatedStatement>('gold');
  const read = disturbed<AnnotatedStatement>(annotated, [
    (row) => ({ ...row, unit_si: '?' }),
    (row) => ({ ...row, comparator: 'approx' }),
    () => undefined,
    (row) => ({ ...row, period: null }),
    (row) => ({ ...row, metric: row.metric.slice(0, 3) }),
    (row) => ({ ...row, span_start: row.span_end, span_end: row.span_end + 2 }),
    (row) => ({ ...row, kind: row.kind === 'fact' ? 'target' : 'fact' }),
  ]);
  const ours = scoreStatements(annotated, read);
  const theirs = scorePy<{ gold: number; optional: number; preds: number; levels: Record<string, PyScore> }>(
    'gold',
    read,
  );
  assert.deepEqual([ours.annotated, ours.optional, ours.read], [theirs.gold, theirs.optional, theirs.preds]);
  for (const [level, score] of Object.entries(ours.levels)) {
    const found = theirs.levels[level] ?? theirs.levels[level.replace('value+unit+', 'v+u+')];
    assert.ok(found, level);
    same(score, found, level);
  }
});

interface PySpans extends PyScore {
  readonly hits: number;
  readonly preds: number;
}

test('tasks, systems and links score as score.py scores them', { skip: absent }, () => {
  const tasks = rowsOf<AnnotatedTask>('tasks');
  const systems = rowsOf<AnnotatedSystem>('systems');
  const links = rowsOf<AnnotatedLink>('links');
  const readTasks = disturbed(tasks, [(row) => ({ ...row, end: row.end + 9 }), (row) => ({ ...row, verb: '?' })]);
  const readSystems = disturbed(systems, [(row) => ({ ...row, name: row.name.slice(1) }), () => undefined]);
  const readLinks = disturbed(links, [(row) => ({ ...row, fact: row.fact + 3 }), (row) => ({ ...row, target: 0 })]);
  for (const [kind, ours, read] of [
    ['tasks', scoreTasks(tasks, readTasks), readTasks],
    ['systems', scoreSystems(systems, readSystems), readSystems],
    ['links', scoreLinks(links, readLinks), readLinks],
  ] as const) {
    const theirs = scorePy<PySpans>(kind, read);
    assert.deepEqual([ours.hits, ours.read], [theirs.hits, theirs.preds], kind);
    same(ours.score, theirs, kind);
  }
});
