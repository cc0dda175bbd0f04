import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { PdfLine } from './pdfLine.ts';
import { reachesMargin } from './reachesMargin.ts';

const line = (text: string, width: number): PdfLine => ({ text, page: 1, left: 0, right: width, y: 0, height: 10 });
const margin = 300;

test('a line is full when the next one begins with more than there is room for', () => {
  const broken = line('甲'.repeat(27), 270);
  assert.equal(reachesMargin(broken, line('1234567.8%，增长', 100), margin), true);
  assert.equal(reachesMargin(broken, line('增长', 20), margin), false);
  assert.equal(reachesMargin(line('甲'.repeat(29), 290), line('增。', 20), margin), true);
  assert.equal(reachesMargin(line('甲'.repeat(29), 290), line('增长', 20), margin), false);
  assert.equal(reachesMargin(line('甲'.repeat(30), 300), line('增长', 20), margin), true);
});

test('letters set apart are measured as they are set', () => {
  assert.equal(reachesMargin(line('甲'.repeat(24), 288), line('增长', 24), margin), false);
  assert.equal(reachesMargin(line('甲'.repeat(24), 289), line('增长', 24), margin), true);
});
