import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { localInstants } from './csv/localInstant.ts';
import { readFields } from './csv/readFields.ts';
import { readLines } from './csv/readLines.ts';
import { badObservationsOf, decodeObservations, type ReceivedObservation } from './decodeObservations.ts';
import { packetGuard } from './mqtt/packetGuard.ts';

const clock = manualClock('2026-03-01T08:00:00Z');
const datastream = '00000000-0000-7000-8000-0000000000a1';
const good = { result: 1.5, phenomenonTime: '2026-03-01T07:00:00Z', Datastream: { '@iot.id': datastream } };
const dataArray = [
  {
    Datastream: { '@iot.id': datastream },
    components: ['phenomenonTime', 'result'],
    'dataArray@iot.count': 2,
    dataArray: [
      ['2026-03-01T07:00:00Z', 1],
      ['2026-03-01T07:00:01.250+08:00', 2],
    ],
  },
];

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Whole numbers of one seed, below `most`. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => ((state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) >> 8) % most;
}

/** What was decoded, or the fault; anything else thrown is a crash and fails the test. */
function decoded(bytes: Uint8Array, own?: string): readonly ReceivedObservation[] | undefined {
  try {
    return decodeObservations(bytes, clock, own);
  } catch (error) {
    assert.ok(isFault(error), String(error));
    return undefined;
  }
}

test('an observation, an array of them and a data array are read', () => {
  assert.deepEqual(decoded(encode(good)), [
    { datastream, phenomenonTime: new Date('2026-03-01T07:00:00Z'), result: 1.5 },
  ]);
  assert.equal(decoded(encode([good, good]))?.length, 2);
  assert.deepEqual(
    decoded(encode(dataArray))?.map(({ phenomenonTime }) => phenomenonTime.toISOString()),
    ['2026-03-01T07:00:00.000Z', '2026-02-28T23:00:01.250Z'],
  );
});

test('every bad row is told by its index, and a field that is not stored is refused', () => {
  const named = { ...good, parameters: { personName: 'x' } };
  const nested = { ...good, Datastream: { '@iot.id': datastream, phone: '1' } };
  const ahead = { ...good, phenomenonTime: '2026-03-01T08:11:00Z' };
  const message = [good, named, nested, ahead, { ...good, result: '1' }, { ...good, result: null }, 7];
  assert.throws(
    () => decodeObservations(encode(message), clock),
    (error) => {
      assert.ok(isFault(error, 'sense.badObservations'));
      assert.deepEqual(
        badObservationsOf(error).map(({ index }) => index),
        [1, 2, 3, 4, 5, 6],
      );
      return true;
    },
  );
});

test('a clock may be ten minutes ahead, not more', () => {
  assert.equal(decoded(encode({ ...good, phenomenonTime: '2026-03-01T08:10:00Z' }))?.length, 1);
  assert.equal(decoded(encode({ ...good, phenomenonTime: '2026-03-01T08:10:00.001Z' })), undefined);
});

test('more than 10,000 observations, 1 MiB, or brackets without end are refused quickly', () => {
  const started = performance.now();
  const rows = Array.from({ length: 10_001 }, () => ['2026-03-01T07:00:00Z', 1]);
  const many = [{ ...dataArray[0], dataArray: rows }];
  for (const body of [encode(many), new Uint8Array(1024 * 1024 + 1), encode('['.repeat(1_000_000))]) {
    assert.equal(decoded(body), undefined);
  }
  assert.ok(performance.now() - started < 2000);
});

test('20,000 damaged messages are decoded to finite numbers or refused by a fault', () => {
  const next = numbers(20260301);
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'null',
    '1e999',
    '-0',
    '\\u0000',
    '\ud800',
    '__proto__',
    'NaN',
    '9',
  ];
  const sources = [good, [good, good], dataArray].map((source) => JSON.stringify(source));
  for (let round = 0; round < 20_000; round++) {
    let text = sources[next(sources.length)] ?? '';
    for (let cut = next(4); cut >= 0; cut--) {
      const at = next(text.length + 1);
      text = text.slice(0, at) + (pieces[next(pieces.length)] ?? '') + text.slice(at + next(6));
    }
    const bytes = Buffer.from(text);
    if (next(5) === 0 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
    for (const { result, phenomenonTime } of decoded(bytes, next(2) === 0 ? datastream : undefined) ?? []) {
      assert.ok(Number.isFinite(result) && !Number.isNaN(phenomenonTime.getTime()));
    }
  }
});

test('5,000 damaged CSV files give lines, fields and times, or a fault', async () => {
  const next = numbers(7);
  const instant = localInstants('Asia/Shanghai');
  const source = Buffer.from('\ufefftimestamp,value\r\n2015-07-10 14:24:00,564\r\n"2015-07-10T14:38:00Z","7""3"\n');
  for (let round = 0; round < 5000; round++) {
    const bytes = Buffer.from(source);
    for (let hit = next(6); hit >= 0; hit--) bytes[next(bytes.length)] = next(256);
    const cut = next(bytes.length);
    const input = (async function* () {
      yield bytes.subarray(0, cut);
      yield await Promise.resolve(bytes.subarray(cut));
    })();
    for await (const lines of readLines(input)) {
      for (const field of lines.flatMap((line) => readFields(line) ?? [])) {
        const ms = instant(field);
        assert.ok(ms === undefined || Number.isFinite(ms));
      }
    }
  }
});

test('random bytes on the MQTT door are passed on or cut, never gathered past the limit', () => {
  const next = numbers(99);
  for (let round = 0; round < 5000; round++) {
    const guard = packetGuard(1000);
    for (let chunk = 0; chunk < 8; chunk++) {
      if (!guard(Uint8Array.from({ length: next(300) }, () => next(256)))) break;
    }
  }
});
