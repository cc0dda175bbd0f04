import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveBatch, Screen, Sign, ThingList } from '@yiwang/contract';
import { screenAfter, thingsAfter } from './applyBatch.ts';

const at = (second: number): string => `2026-11-18T01:00:${String(second).padStart(2, '0')}.000Z`;
const sign = (indicator: string, value: number): Sign => ({
  indicator,
  name: { zh: indicator, en: indicator },
  unit: 'm',
  region: '990100',
  value,
  decimals: 2,
  at: at(1),
  light: 'ok',
  band: { low: null, high: 1 },
  simulated: true,
  spark: [0.1, value],
  organisation: 'x',
});
const screen: Screen = {
  at: at(1),
  live: true,
  signs: [sign('level', 0.2), sign('rain', 0.3)],
  signsInBand: 2,
  cases: [],
  districts: [],
  first: null,
  events: [],
  checkpoint: null,
  calendar: { version: 'x', workday: true },
};
const batch = (more: Partial<LiveBatch>): LiveBatch => ({
  at: at(5),
  signs: [],
  things: [],
  events: [],
  cases: [],
  ...more,
});
const change = { region: '990100', indicator: 'level', value: 1.5, at: at(4), light: 'over' } as const;

test('a sign moves and the others stay the very same', () => {
  const next = screenAfter(screen, batch({ signs: [change] }));
  assert.equal(next.signs[0]?.value, 1.5);
  assert.deepEqual(next.signs[0]?.spark, [0.1, 1.5]);
  assert.equal(next.signsInBand, 1);
  assert.equal(next.signs[1], screen.signs[1]);
});

test('a batch of other districts leaves the screen the very same', () => {
  assert.equal(screenAfter(screen, batch({ signs: [{ ...change, region: '990101' }] })), screen);
});

test('a value that comes late changes nothing', () => {
  assert.equal(screenAfter(screen, batch({ signs: [{ ...change, at: at(0) }] })), screen);
});

test('a dot takes its new value and light, the others stay the very same', () => {
  const thing = {
    id: 'a',
    region: '990101',
    name: { zh: '甲', en: 'A' },
    kind: 'gauge',
    indicator: 'level',
    longitude: 0,
    latitude: 0,
    x: 1,
    y: 1,
    value: null,
    unit: 'm',
    at: null,
    light: 'unknown',
    simulated: true,
  } as const;
  const list: ThingList = { at: at(1), things: [thing, { ...thing, id: 'b' }] };
  const next = thingsAfter(list, batch({ things: [{ id: 'a', value: 2, at: at(4), light: 'over' }] }));
  assert.equal(next.things[0]?.light, 'over');
  assert.equal(next.things[1], list.things[1]);
});
