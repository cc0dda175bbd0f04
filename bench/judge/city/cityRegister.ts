import {
  missingFlag,
  missingInt,
  type ColumnValues,
  type Register,
  type RegisterColumn,
  type RegisterRows,
} from '@yiwang/judge';
import { createTextIndex } from '@yiwang/judge';
import { randomOf, type Random } from './random.ts';

/** A made-up city for measuring: as many entities as Hangzhou has, 24 columns with what is missing, the same for every peer. */
const label = (name: string) => ({ zh: name, en: name });
const number = (name: string, max: number, min = 0): RegisterColumn => ({
  name,
  label: label(name),
  type: 'number',
  decimals: 0,
  min,
  max,
});
const text = (name: string): RegisterColumn => ({ name, label: label(name), type: 'string' });
const flag = (name: string): RegisterColumn => ({ name, label: label(name), type: 'boolean' });

export const categories = {
  district: 12,
  street: 150,
  industry: 1380,
  sector: 97,
  kind: 9,
  registration: 30,
  credit: 5,
  listed: 5,
  park: 40,
} as const;
export type Category = keyof typeof categories;

export const cityRegister: Register = {
  code: 'city',
  name: label('city'),
  input: 'firm',
  columns: [
    ...Object.keys(categories).map(text),
    ...['hightech', 'specialised', 'exporter', 'blacklisted', 'arrears'].map(flag),
    number('employees', 2_000_000_000),
    number('graduates', 2_000_000_000),
    number('patents', 2_000_000_000),
    { name: 'registered', label: label('registered'), type: 'date' },
    ...['revenue', 'revenueBefore', 'research', 'tax', 'capital', 'investment'].map((name) => number(name, 1e12)),
  ],
};

export const valueOf = (category: Category, ordinal: number): string => `${category}${ordinal}`;

export function createCity(entities: number): RegisterRows {
  const random = randomOf(20_240_601);
  const columns = cityRegister.columns.map((column): ColumnValues => emptyFor(column, entities));
  const regions = createTextIndex(64);
  for (let n = 0; n < categories.district; n += 1) regions.placeText(`9901${String(n + 1).padStart(2, '0')}`);
  const rows: RegisterRows = {
    register: cityRegister,
    count: entities,
    keys: createTextIndex(64),
    regionOf: new Uint16Array(entities),
    live: new Uint8Array(entities).fill(1),
    regions,
    columns,
  };
  const at = new Map(cityRegister.columns.map(({ name }, index) => [name, index]));
  const put = (name: string, row: number, value: number | null): void => {
    const column = columns[at.get(name) ?? -1];
    if (column === undefined) return;
    const missing = column.kind === 'flag' ? missingFlag : column.kind === 'double' ? Number.NaN : missingInt;
    column.values[row] = value ?? missing;
  };
  const drawn = {
    district: skewed(random, 12, 0.5),
    street: skewed(random, 150, 0.4),
    industry: skewed(random, 1380, 0.7),
    park: skewed(random, 39, 0.8),
    registration: skewed(random, 30, 1),
  };
  for (let row = 0; row < entities; row += 1) {
    const isFirm = random() < 0.3;
    const or = (missing: number, value: number): number | null => (random() < missing ? null : value);
    const district = drawn.district();
    rows.regionOf[row] = district;
    put('district', row, district);
    put('street', row, drawn.street());
    const industry = or(0.02, (drawn.industry() * 577) % 1380);
    put('industry', row, industry);
    put('sector', row, industry === null ? null : Math.floor(industry / 14.3));
    put('kind', row, isFirm ? (random() < 0.78 ? 1 : 2 + Math.floor(random() * 7)) : 0);
    put('registration', row, isFirm ? 1 + (drawn.registration() % 29) : 0);
    put('credit', row, or(0.1, Math.min(4, Math.floor(random() ** 1.4 * 5))));
    put('listed', row, isFirm && random() < 0.004 ? 1 + Math.floor(random() * 4) : 0);
    put('park', row, random() < (isFirm ? 0.25 : 0.02) ? 1 + drawn.park() : 0);
    put('hightech', row, isFirm ? or(0.02, Number(random() < 0.05)) : 0);
    put('specialised', row, isFirm ? or(0.02, Number(random() < 0.03)) : 0);
    put('exporter', row, or(0.05, Number(random() < (isFirm ? 0.08 : 0.01))));
    put('blacklisted', row, Number(random() < 0.02));
    put('arrears', row, or(0.03, Number(random() < 0.04)));
    const size = isFirm ? Math.max(1, Math.round(Math.exp(2.2 + 1.3 * normal(random)))) : 1 + Math.floor(random() * 5);
    put('employees', row, or(0.05, size));
    put('graduates', row, isFirm ? or(0.3, Math.round(size * random() * 0.5)) : null);
    put('patents', row, isFirm && random() < 0.12 ? Math.ceil(-Math.log(random() + 1e-9) * 6) : 0);
    put('registered', row, or(0.003, Math.round(19_900 - 9000 * random() ** 1.6)));
    const revenue = Math.round(size * Math.exp(12.2 + 0.9 * normal(random)));
    put('revenue', row, or(isFirm ? 0.06 : 0.3, revenue));
    put('revenueBefore', row, or(isFirm ? 0.12 : 0.4, Math.round(revenue / Math.exp(0.08 + 0.3 * normal(random)))));
    put('research', row, isFirm && random() < 0.5 ? Math.round(revenue * 0.08 * random() ** 1.5) : null);
    put('tax', row, or(0.08, Math.round(revenue * (0.01 + 0.05 * random()))));
    put('capital', row, Math.round(Math.exp(isFirm ? 14 + 1.8 * normal(random) : 10.5 + normal(random))));
    put('investment', row, or(0.6, Math.round(revenue * 0.3 * random() ** 3)));
  }
  return rows;
}

function emptyFor(column: RegisterColumn, rows: number): ColumnValues {
  switch (column.type) {
    case 'string': {
      const texts = createTextIndex(2048);
      const size = categories[column.name as Category];
      for (let n = 0; n < size; n += 1) texts.placeText(valueOf(column.name as Category, n));
      return { kind: 'text', values: new Int32Array(rows), texts };
    }
    case 'boolean':
      return { kind: 'flag', values: new Uint8Array(rows) };
    case 'date':
      return { kind: 'int', values: new Int32Array(rows) };
    case 'number':
      return column.max > 2_147_483_647
        ? { kind: 'double', values: new Float64Array(rows) }
        : { kind: 'int', values: new Int32Array(rows) };
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}

/** Ordinals of which the first are the most common, by a power of their rank. */
function skewed(random: Random, size: number, power: number): () => number {
  const weights = Array.from({ length: size }, (_one, index) => 1 / (index + 1) ** power);
  const total = weights.reduce((a, b) => a + b);
  const table = new Uint16Array(4096);
  let [ordinal, sum] = [0, weights[0] ?? 0];
  for (let n = 0; n < table.length; n += 1) {
    while (sum / total < (n + 0.5) / table.length && ordinal < size - 1) {
      ordinal += 1;
      sum += weights[ordinal] ?? 0;
    }
    table[n] = ordinal;
  }
  return () => table[Math.floor(random() * table.length)] ?? 0;
}
