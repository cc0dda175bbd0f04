import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import type { Observation } from '@yiwang/sense';
import { createDrill, type Drill } from './index.ts';

const start = new Date('2026-03-01T08:00:00Z');
const regions = [
  { code: '990101', lon: 10, lat: 20 },
  { code: '990102', lon: 10.2, lat: 20.1 },
];

/** Lowest and highest values in band, as a city would set them. */
const bands: Readonly<Record<string, readonly [number, number]>> = {
  'water-level': [-Infinity, 0.15],
  rain: [-Infinity, 30],
  'river-level': [-Infinity, 0],
  pm25: [-Infinity, 75],
  congestion: [1, 1.8],
  'traffic-speed': [20, Infinity],
  'supply-pressure': [0.28, 0.4],
  'section-oxygen': [5, Infinity],
  turbidity: [-Infinity, 0.8],
};

function begin(seed = 7) {
  const clock = manualClock(start);
  const drill = createDrill({ seed, regions, clock, ratePerSecond: 42, storyRegion: '990102' });
  /** One second at a time, until so many seconds have passed. */
  const run = (seconds: number): Observation[] =>
    Array.from({ length: seconds }, () => {
      clock.advance(1000);
      return drill.next(clock.now());
    }).flat();
  return { clock, drill, run };
}

/** Who was out of band, in the order of leaving. */
function outOfBand(drill: Drill, observations: readonly Observation[]): string[] {
  const streams = new Map(drill.datastreams.map((stream) => [stream.id, stream]));
  const out = new Set<string>();
  for (const { datastream, result } of observations) {
    const stream = streams.get(datastream)!;
    const [low, high] = bands[stream.observedProperty]!;
    if (result < low || result > high) out.add(stream.thing);
  }
  return [...out];
}

test('the same seed gives the same things and the same values', () => {
  const [a, b, other] = [begin(), begin(), begin(8)];
  assert.deepEqual(a.drill.things, b.drill.things);
  assert.deepEqual(a.run(20), b.run(20));
  assert.notDeepEqual(a.drill.things, other.drill.things);
});

test('every thing is marked as simulated and says so in its name', () => {
  const { drill } = begin();
  assert.equal(drill.things.length, 42);
  assert.ok(drill.things.every(({ simulated, name }) => simulated && name.zh.startsWith('模拟')));
  assert.equal(new Set(drill.things.map(({ name }) => name.zh)).size, 42);
});

test('the rate is what was asked for, and every station speaks in turn', () => {
  const { drill, run } = begin();
  const observations = run(10);
  assert.ok(Math.abs(observations.length - 420) <= 1);
  assert.equal(new Set(observations.map(({ datastream }) => datastream)).size, drill.datastreams.length);
});

test('only the water of the story leaves its band, at the time that was told', () => {
  const { drill, run } = begin();
  assert.deepEqual(outOfBand(drill, run(38)), []);
  assert.deepEqual(outOfBand(drill, run(10)), [drill.storyThing]);
  assert.equal(drill.things.find(({ id }) => id === drill.storyThing)?.region, '990102');
});

test('the water stays out until it is handled, then is back in band within 20 seconds', () => {
  const { drill, run } = begin();
  run(300);
  assert.deepEqual(outOfBand(drill, run(5)), [drill.storyThing]);
  drill.handled(drill.things[0]!.id);
  assert.deepEqual(outOfBand(drill, run(5)), [drill.storyThing]);
  drill.handled(drill.storyThing);
  run(20);
  assert.deepEqual(outOfBand(drill, run(60)), []);
});

test('the water falls by itself when nobody comes', () => {
  const { drill, run } = begin();
  run(40 + 30 * 60 + 20);
  assert.deepEqual(outOfBand(drill, run(30)), []);
});

test('a day of quiet weather stays in band', () => {
  const { drill } = begin();
  const day = drill.backfill(new Date(start.getTime() - 86_400_000), start, 120);
  assert.equal(day.length, 720 * 42);
  assert.deepEqual(outOfBand(drill, day), []);
});

test('after a pause the feed catches up with five seconds at the most', () => {
  const { clock, drill } = begin();
  clock.advance(3_600_000);
  assert.ok(drill.next(clock.now()).length <= 211);
});
