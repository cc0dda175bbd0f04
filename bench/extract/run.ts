import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { readReport, statementRow } from '@yiwang/extract';
import { readAnnotation, scoreStatements, type AnnotatedStatement, type Score } from '@yiwang/extract/conformance';
import { runMeasured } from '../../tests/drive/runMeasured.ts';
import { oneRegex, recognizers, type Peer } from './peers.ts';
import { seededReport } from '../../tests/drive/seededReport.ts';

/** Our reader beside its peers on the same texts: time, what each finds, and our course with length and memory. */
const root = path.resolve(import.meta.dirname, '../..');
const reports = path.join(root, '../shared/reports');
const annotated = 'hangzhou-2022';
const characters = 16_000;

const ours: Peer = {
  name: '@yiwang/extract, all kinds',
  find: (text) => readReport(text).statements.map((statement) => statementRow(text, statement)),
};
const peers = [ours, recognizers, oneRegex];

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly statements: readonly AnnotatedStatement[];
}

function samples(): Sample[] {
  const seeded = { name: 'seeded report of a fictional city', ...seededReport(1, characters) };
  const file = path.join(reports, `${annotated}.txt`);
  if (!existsSync(file)) return [seeded];
  const { statements } = readAnnotation(reports, annotated);
  return [seeded, { name: annotated, text: readFileSync(file, 'utf8'), statements }];
}

/** Milliseconds of the thread's own time, which a busy machine doesn't lengthen; the mean after warming up. */
function timeOf(action: () => unknown, rounds: number): number {
  for (let round = 0; round < Math.min(3, rounds - 1); round += 1) action();
  const started = process.threadCpuUsage();
  for (let round = 0; round < rounds; round += 1) action();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000 / rounds;
}

const share = (value: number): string => value.toFixed(3).replace(/^0/, '');
const scoreCells = ({ precision, recall, f1 }: Score): string => [precision, recall, f1].map(share).join(' | ');

function peerTable({ name, text, statements }: Sample): string[] {
  return [
    `## ${name}: ${text.length} characters, ${statements.length} statements`,
    '',
    '| | ms | value P | R | F1 | value+unit P | R | F1 | + comparator F1 |',
    '|---|---|---|---|---|---|---|---|---|',
    ...peers.map((peer) => {
      const milliseconds = timeOf(() => peer.find(text), peer === recognizers ? 1 : 21);
      const { levels } = scoreStatements(statements, peer.find(text));
      const comparator = peer === ours ? share(levels['value+unit+comparator'].f1) : '–';
      return `| ${peer.name} | ${milliseconds.toFixed(1)} | ${scoreCells(levels.value)} | ${scoreCells(levels['value+unit'])} | ${comparator} |`;
    }),
    '',
  ];
}

function lengthTable(): string[] {
  const rows = [1, 10, 100].map((times) => {
    const { text } = seededReport(1, characters * times);
    const milliseconds = timeOf(() => readReport(text), times === 100 ? 3 : 9);
    return `| × ${times} | ${text.length} | ${milliseconds.toFixed(1)} | ${((milliseconds * 1000) / text.length).toFixed(2)} |`;
  });
  return ['## With length', '', '| | characters | ms | µs a character |', '|---|---|---|---|', ...rows, ''];
}

async function memoryTable(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-extract-'));
  try {
    const file = path.join(folder, 'long.txt');
    const { text } = seededReport(1, 300_000);
    const bytes = Buffer.from(text);
    writeFileSync(file, '');
    for (let size = bytes.length; size <= 50_000_000; size += bytes.length) writeFileSync(file, bytes, { flag: 'a' });
    const rows: string[] = [];
    for (const kind of ['statements', 'tasks', 'systems', 'links']) {
      const { lines, seconds, megabytes } = await runMeasured(['read', file, '--jsonl', '--kind', kind]);
      rows.push(`| ${kind} | ${lines} | ${seconds.toFixed(1)} | ${megabytes.toFixed(0)} |`);
    }
    return [
      '## 50 MB of text through `./yiwang read FILE --jsonl`',
      '',
      '| kind | rows | s | peak MB |',
      '|---|---|---|---|',
      ...rows,
      '',
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
const page = [
  '# bench/extract: reading a report',
  '',
  `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.availableParallelism()} cores, shared and noisy, load ${(os.loadavg()[0] ?? 0).toFixed(1)}; one thread. Commit ${commit}.`,
  'Times are means of warm runs, processor time of the thread; those of the 50 MB are by the clock. Ours finds sections, statements, tasks, systems and links; the peers find numbers with units.',
  'The rules of the score are those of `./yiwang conformance reports`. The seeded text is plain; the real one is not, and lies outside the project.',
  '',
  ...samples().flatMap(peerTable),
  ...lengthTable(),
  ...(await memoryTable()),
].join('\n');
console.log(page);
writeFileSync(path.join(root, 'bench/results/extract.md'), page);
