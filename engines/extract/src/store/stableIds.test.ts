import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stableIds } from './stableIds.ts';
import { exampleReading } from './test/exampleReading.ts';

test('a reading with ids of its own keeps them', () => {
  const { statements, tasks, systems, ambiguities, links } = exampleReading;
  assert.deepEqual(stableIds(exampleReading), { statements, tasks, systems, ambiguities, links });
});

test('an id that is there twice is given once', () => {
  const ambiguities = exampleReading.ambiguities.map((one) => ({
    ...one,
    readings: one.readings.map((reading) => ({
      ...reading,
      statements: reading.statements.map((row) => ({ ...row, id: 's2' })),
    })),
  }));
  const given = stableIds({ ...exampleReading, ambiguities });
  assert.deepEqual(
    given.ambiguities[0]?.readings.map(({ statements }) => statements.map(({ id }) => id)),
    [['s2'], ['s4']],
  );
});

test('an id that is none by its form is given a new one, which its links and readings know', () => {
  const odd = (id: string): string => (id === 's2' ? 's1b' : id);
  const statements = exampleReading.statements.map((row) => ({ ...row, id: odd(row.id) }));
  const ambiguities = exampleReading.ambiguities.map((one) => ({
    ...one,
    readings: one.readings.map((reading) => ({
      ...reading,
      statements: reading.statements.map((row) => ({ ...row, id: odd(row.id) })),
    })),
  }));
  const links = [{ id: 'l1', fact: 's1b', target: 's3', metric: '绿道', confidence: 1 }];
  const given = stableIds({ ...exampleReading, statements, ambiguities, links });
  assert.deepEqual(
    given.statements.map(({ id }) => id),
    ['s1', 's5', 's3'],
  );
  assert.equal(given.ambiguities[0]?.readings[0]?.statements[0]?.id, 's5');
  assert.equal(given.links[0]?.fact, 's5');
});
