import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { readDocument } from '../read/readDocument.ts';
import { readReport } from '../readReport.ts';
import {
  chooseReading,
  correctRow,
  extractMigrations,
  findReports,
  getReport,
  saveReport,
  withdrawReport,
} from '../store/index.ts';
import { exampleReading, exampleReport, exampleText, region } from '../store/test/exampleReading.ts';
import { figuresOf } from './figuresOf.ts';
import { keepFigures } from './keepFigures.ts';
import { writeFigures } from './writeFigures.ts';

const { hash } = exampleReport();
const figures = figuresOf(exampleReading, { hash, text: exampleText });
const report = new URL('../../../../../shared/reports/hangzhou-2022.txt', import.meta.url);

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('figures hold metrics, numbers and places, and no heading, theme or task', () => {
  assert.deepEqual(figures.counts, { facts: 2, targets: 1, systems: 1, links: 1, ambiguities: 1 });
  assert.deepEqual(figures.source, { hash, length: exampleText.length });
  const texts = textsIn(figures);
  for (const word of ['2021年工作回顾', '建设', '加快']) assert.ok(!texts.some((text) => text.includes(word)), word);
});

test('a metric that is a whole clause is cut to its name, and a system that is one is left out', () => {
  const [first] = exampleReading.statements;
  const [system] = exampleReading.systems;
  assert.ok(first && system);
  const cut = figuresOf(
    {
      ...exampleReading,
      statements: [{ ...first, metric: '新增岗位，这是全市上下共同努力的结果' }],
      systems: [{ ...system, name: '抓项目，跟企业' }],
    },
    { hash, text: exampleText },
  );
  assert.deepEqual([cut.statements[0]?.metric, cut.systems], ['新增岗位', []]);
});

test('a report without a year makes no figures', () => {
  assert.throws(
    () => figuresOf({ ...exampleReading, year: null }, { hash, text: exampleText }),
    (error) => isFault(error, 'extract.noYear'),
  );
});

test(
  'the figures of a real report hold no sentence of it',
  { skip: !existsSync(report) && '../shared/reports is absent' },
  async () => {
    const source = await readDocument(readFileSync(report), { name: 'report.txt' });
    const real = figuresOf(readReport(source.text), source);
    assert.ok(real.statements.length > 100);
    const texts = textsIn(real).filter((text) => text !== hash && source.text.includes(text));
    assert.deepEqual(
      texts.filter((text) => text.length > 40 || /[，,。！？；]/.test(text)),
      [],
    );
  },
);

test('written figures are one row a line, and come back as they were', () => {
  const written = writeFigures(figures);
  assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(figures)));
  assert.equal(written.split('\n').filter((line) => line.includes('"id":"s1"')).length, 1);
});

test('figures come in once; changed ones are taken with corrections kept; the text comes to them', async (t) => {
  const db = await testDatabase(t, [ledgerMigrations, extractMigrations]);
  const clock = manualClock('2026-11-20T01:00:00Z');
  const by = 'system:city';
  const keep = (changed = figures) => db.transaction((tx) => keepFigures(tx, clock, { region, by, report: changed }));
  const first = await keep();
  assert.equal(first?.outcome, 'added');
  assert.deepEqual(await keep(), { id: first.id, outcome: 'there' });
  const change = { region, report: first.id, reason: '核对原文', by: 'account:100001' };
  await db.transaction((tx) => correctRow(tx, clock, { ...change, row: 's1', fields: { value: 5 } }));
  await db.transaction((tx) => chooseReading(tx, clock, { ...change, ambiguity: 'a1', reading: 1 }));
  const changed = { ...figures, statements: figures.statements.map((one) => ({ ...one, confidence: 1 })) };
  assert.equal((await keep(changed))?.outcome, 'reread');
  const known = await getReport(db, region, first.id);
  assert.deepEqual([known.text, known.format, known.rows.statements[0]?.value], [null, 'figures', 5]);
  const dropped = await db.transaction((tx) => saveReport(tx, clock, exampleReport()));
  assert.deepEqual(dropped, { id: first.id, outcome: 'completed' });
  const whole = await getReport(db, region, first.id);
  assert.deepEqual([whole.text, whole.rows.tasks.length, whole.rows.statements[0]?.value], [exampleText, 1, 5]);
  assert.equal(whole.rows.statements[1]?.value, 4133);
  assert.equal((await keep(changed))?.outcome, 'there');
});

test('a report that was withdrawn does not come back with the city’s figures', async (t) => {
  const db = await testDatabase(t, [ledgerMigrations, extractMigrations]);
  const clock = manualClock('2026-11-20T01:00:00Z');
  const keep = () => db.transaction((tx) => keepFigures(tx, clock, { region, by: 'system:city', report: figures }));
  const saved = await keep();
  assert.ok(saved);
  await db.transaction((tx) =>
    withdrawReport(tx, clock, { region, report: saved.id, reason: '不用', by: 'account:100001' }),
  );
  assert.equal(await keep(), undefined);
  assert.deepEqual(await findReports(db, region), []);
});
