import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from './readReport.ts';
import type { Reading } from './reading.ts';

const report = `示例市政府工作报告
（2031年2月8日在示例市人民代表大会会议上）
一、2030年工作回顾
经济稳中有进。全市生产总值1210亿元、增长5.5%，新增上市公司6家、累计44家，城乡居民人均可支配收入分别增长6.1%、7.2%。
城市更加宜居。改造老旧小区120个，新增托育托位、养老床位1.2万个，PM2.5平均浓度27微克/立方米。
二、2031年工作安排
今年主要预期目标：生产总值增长6%左右，PM2.5平均浓度低于26微克/立方米。
（一）办好民生实事。深化“一码找人”平台建设，加快健全养老服务体系，确保新增学位3000个以上。
`;

/** Every row lies in the text, in order, and its value's own digits stand in its span. */
function assertSound(text: string, reading: Reading): void {
  assert.equal(reading.length, text.length);
  let last = 0;
  for (const { span, quote, value, confidence, metric } of reading.statements) {
    assert.ok(span.start >= last && span.start < span.end && span.end <= text.length);
    assert.ok(quote.start <= span.start && span.end <= quote.end && quote.end <= text.length);
    assert.ok(confidence > 0 && confidence < 1 && metric.length <= 70);
    if (typeof value === 'number') assert.ok(Number.isFinite(value));
    last = span.start;
  }
  for (const { span } of [...reading.tasks, ...reading.systems])
    assert.ok(span.start < span.end && span.end <= text.length);
  const ids = [...reading.statements, ...reading.tasks, ...reading.systems, ...reading.links].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
}

test('a report is read whole, and every row has its place', () => {
  const reading = readReport(report);
  assertSound(report, reading);
  assert.deepEqual([reading.title, reading.year], ['示例市政府工作报告', 2031]);
  assert.equal(reading.statements.filter(({ kind }) => kind === 'fact').length, 9);
  assert.equal(reading.statements.filter(({ kind }) => kind === 'target').length, 3);
  assert.equal(reading.ambiguities.length, 1);
  assert.deepEqual(
    reading.links.map(({ metric }) => metric),
    ['生产总值', 'PM2.5平均浓度'],
  );
  assert.ok(reading.tasks.some(({ verb, object }) => verb === '健全' && object === '养老服务体系'));
  assert.ok(reading.systems.some(({ name }) => name.includes('一码找人')));
});

/** A small seeded generator (mulberry32), so that a failure can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

test('any text is read without harm, however it is cut and mixed', () => {
  const rounds = process.env.YIWANG_SOAK === '1' ? 20_000 : 300;
  const odd = [
    '%',
    '万亿',
    '分别',
    '“',
    '》',
    '从1',
    '至2%',
    '：',
    '\n',
    '1234567890',
    '第',
    '零',
    '，、',
    '(',
    '−',
    '\u200b',
    '🙂',
  ];
  const random = seeded(20_310_208);
  const place = (): number => Math.floor(random() * report.length);
  for (let round = 0; round < rounds; round += 1) {
    let text = report;
    for (let cut = 0; cut < 6; cut += 1) {
      const at = place();
      const kind = random();
      if (kind < 0.3) text = text.slice(0, at) + text.slice(at + Math.floor(random() * 20));
      else if (kind < 0.6) text = text.slice(0, at) + (odd[Math.floor(random() * odd.length)] ?? '') + text.slice(at);
      else text = text.slice(0, at) + text.slice(place(), place()) + text.slice(at);
    }
    assertSound(text, readReport(text));
  }
});
