import assert from 'node:assert/strict';
import test from 'node:test';
import type { Section } from '../reading.ts';
import { sectionsAt } from './sectionsAt.ts';

const section = (over: Partial<Section>): Section => ({
  path: '三',
  level: 1,
  title: '安排',
  start: 0,
  end: 100,
  heading: { start: 0, end: 2 },
  kind: 'target',
  period: '2030',
  ...over,
});

test('a place stands in the innermost section, with the kind and years of the nearest that tells them', () => {
  const at = sectionsAt([
    section({}),
    section({ path: '三/(一)', level: 2, title: '建港', start: 10, end: 50, kind: null, period: null }),
    section({ path: '三/(一)', level: 3, title: '', start: 20, end: 30, kind: null, period: null }),
  ]);
  assert.deepEqual(at(5), { section: '三', theme: null, kind: 'target', period: '2030' });
  assert.deepEqual(at(25), { section: '三/(一)', theme: '建港', kind: 'target', period: '2030' });
  assert.deepEqual(at(60), { section: '三', theme: null, kind: 'target', period: '2030' });
});

test('a part whose heading tells nothing goes on from targets, not from facts', () => {
  const after = section({ path: '四', title: '自身建设', start: 100, end: 200, kind: null, period: null });
  assert.equal(sectionsAt([section({}), after])(150).kind, 'target');
  assert.equal(sectionsAt([section({ kind: 'fact' }), after])(150).kind, null);
});
