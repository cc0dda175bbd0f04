import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { testDatabase } from '@yiwang/postgres';
import {
  areaOf,
  cellOf,
  contains,
  distanceMetres,
  formatGridCode,
  nearest,
  parseGridCode,
  regionAt,
  schematicMap,
  type Region,
} from './index.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

suite('places', () => {
  test('one degree of latitude is 111.2 km and the date line is no wall', () => {
    assert.ok(
      Math.abs(distanceMetres({ longitude: 120, latitude: 30 }, { longitude: 120, latitude: 31 }) - 111_195) < 1,
    );
    assert.ok(distanceMetres({ longitude: 179.99, latitude: 0 }, { longitude: -179.99, latitude: 0 }) < 2300);
  });

  test('a place off the earth is refused', () => {
    for (const bad of [
      { longitude: 181, latitude: 0 },
      { longitude: 0, latitude: Number.NaN },
    ]) {
      assert.throws(
        () => cellOf(bad),
        (error) => isFault(error, 'place.outOfRange'),
      );
    }
  });

  test('a grid code is 6 + 3 + 3 + 3 digits', () => {
    const code = { district: '330106', street: '002', community: '011', grid: '003' };
    assert.deepEqual(parseGridCode(formatGridCode(code)), code);
    assert.throws(
      () => parseGridCode('33010600201100'),
      (error) => isFault(error, 'place.malformedGridCode'),
    );
  });

  test('the nearest within a radius are those that a comparison of all finds, across the borders of cells', async (t) => {
    const db = await testDatabase(t, []);
    await db.query(
      'CREATE TABLE spot (n int, longitude float8 NOT NULL, latitude float8 NOT NULL, cell text NOT NULL)',
    );
    await db.query('CREATE INDEX ON spot (cell)');
    const random = seeded(3);
    const spots = Array.from({ length: 3000 }, (_, n) => ({
      n,
      longitude: 120 + random() * 0.2,
      latitude: 30 + random() * 0.2,
    }));
    await db.query('INSERT INTO spot SELECT * FROM unnest($1::int[], $2::float8[], $3::float8[], $4::text[])', [
      spots.map((spot) => spot.n),
      spots.map((spot) => spot.longitude),
      spots.map((spot) => spot.latitude),
      spots.map((spot) => cellOf(spot)),
    ]);
    for (let round = 0; round < 25; round++) {
      const point = { longitude: 120 + random() * 0.2, latitude: 30 + random() * 0.2 };
      const metres = 100 + random() * 3000;
      const found = await nearest<{ n: number }>(db, { from: 'spot', point, metres, limit: 10_000 });
      const expected = spots
        .filter((spot) => distanceMetres(point, spot) <= metres)
        .toSorted((a, b) => distanceMetres(point, a) - distanceMetres(point, b));
      assert.deepEqual(
        found.map((spot) => spot.n),
        expected.map((spot) => spot.n),
      );
    }
  });

  test('of two polygons that share an edge exactly one has a point on it, and a hole is outside', () => {
    const left = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    ] as const;
    const right = [
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ],
    ] as const;
    assert.equal(Number(contains(left, [1, 0.5])) + Number(contains(right, [1, 0.5])), 1);
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ] as const;
    const hole = [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 3],
    ] as const;
    assert.ok(contains([ring, hole], [0.5, 2]) && !contains([ring, hole], [2, 2]));
  });

  test('a point belongs to the region whose boundary has it, else to the nearest seat, as a guess', () => {
    const regions: Region[] = [
      {
        code: '990101',
        name: { zh: '东', en: 'East' },
        seat: { longitude: 1, latitude: 0 },
        boundary: [
          [
            [
              [0, -1],
              [2, -1],
              [2, 1],
              [0, 1],
            ],
          ],
        ],
      },
      { code: '990102', name: { zh: '西', en: 'West' }, seat: { longitude: -1, latitude: 0 } },
    ];
    assert.deepEqual(regionAt(regions, { longitude: 0.5, latitude: 0 }), { region: regions[0], exact: true });
    assert.deepEqual(regionAt(regions, { longitude: -0.5, latitude: 0 }), { region: regions[1], exact: false });
  });
});

suite('the schematic map', () => {
  const random = seeded(11);
  const dense = Array.from({ length: 13 }, (_, index): Region => {
    const wide = index < 8 ? 0.15 : 1;
    return {
      code: String(990_101 + index),
      name: { zh: `区${index}`, en: `D${index}` },
      seat: { longitude: 120 + random() * wide, latitude: 30 + random() * wide },
    };
  });
  const map = schematicMap(dense);

  test('gives each region a cell that can be read, with its label inside', () => {
    assert.equal(map.cells.length, 13);
    for (const { ring, label, code } of map.cells) {
      assert.ok(contains([ring], label), code);
      assert.ok(Math.abs(areaOf(ring)) > 1200, `${code} is ${Math.abs(areaOf(ring))} square units`);
    }
  });

  test('has no place twice: a point inside lies in exactly one cell', () => {
    for (let round = 0; round < 500; round++) {
      const point = [random() * map.width + 0.012_34, random() * map.height + 0.043_21] as const;
      assert.ok(map.cells.filter((cell) => contains([cell.ring], point)).length <= 1);
    }
  });

  test('is the same each time, and draws what lies in a region inside its cell', () => {
    assert.deepEqual(schematicMap(dense).cells, map.cells);
    for (const [index, { code, seat }] of dense.entries()) {
      const cell = map.cells[index];
      assert.ok(cell !== undefined);
      for (let round = 0; round < 20; round++) {
        const at = map.place(code, {
          longitude: seat.longitude + random() - 0.5,
          latitude: seat.latitude + random() - 0.5,
        });
        assert.ok(contains([cell.ring], at), `${code} ${at.join(' ')}`);
      }
    }
  });
});
