import { seededRandom, type Random } from './seededRandom.ts';
import { simulatedCode, type EntityKind } from './creditCode.ts';

export interface EnterpriseOptions {
  readonly count: number;
  readonly seed: number;
  /** Six-digit codes of districts, the largest first. */
  readonly regions: readonly string[];
}

export interface SimulatedEntity {
  readonly region: string;
  readonly code: string;
  /** 模拟企业 000123: no name that anybody could bear. */
  readonly name: string;
  readonly values: Readonly<Record<string, number | string | boolean | null>>;
}

/** Shares of the industries (GB/T 4754 sections) among firms, and what a person there brings in a year, in yuan. */
interface Industry {
  readonly code: string;
  readonly share: number;
  readonly each: number;
}
const industries: readonly [Industry, ...Industry[]] = [
  { code: 'F', share: 0.34, each: 900_000 },
  { code: 'C', share: 0.16, each: 700_000 },
  { code: 'L', share: 0.13, each: 350_000 },
  { code: 'I', share: 0.09, each: 600_000 },
  { code: 'M', share: 0.07, each: 400_000 },
  { code: 'E', share: 0.06, each: 500_000 },
  { code: 'H', share: 0.05, each: 200_000 },
  { code: 'G', share: 0.04, each: 450_000 },
  { code: 'R', share: 0.03, each: 250_000 },
  { code: 'A', share: 0.02, each: 200_000 },
  { code: 'N', share: 0.005, each: 500_000 },
  { code: 'Q', share: 0.005, each: 400_000 },
];

/**
 * Firms of a city that is not there, for drills and for measuring: sizes, sales, research and their like hang together as they do in a city, and
 * some of it is not known. The same seed gives the same firms.
 */
export function* simulateEnterprises({ count, seed, regions }: EnterpriseOptions): Generator<SimulatedEntity> {
  const random = seededRandom(seed);
  const [largest, ...others] = regions;
  if (largest === undefined) return;
  const shares = others.map((code, index) => ({ code, share: 1 / (index + 3) }));
  const district = byShare([{ code: largest, share: 1 / 2 }, ...shares]);
  const industry = byShare(industries);
  for (let number = 1; number <= count; number += 1) {
    const region = district(random()).code;
    const share = random();
    const kind = share < 0.62 ? 'sole' : share < 0.985 ? 'firm' : 'coop';
    yield {
      region,
      code: simulatedCode(region, number, kind),
      name: `模拟企业 ${String(number).padStart(6, '0')}`,
      values: valuesOf(random, kind, industry(random())),
    };
  }
}

function valuesOf(random: Random, kind: EntityKind, { code, each }: Industry): SimulatedEntity['values'] {
  const isFirm = kind === 'firm';
  const or = <T>(missing: number, value: T): T | null => (random() < missing ? null : value);
  const staff = isFirm ? Math.max(1, Math.round(Math.exp(2.1 + 1.25 * random.normal()))) : 1 + Math.floor(random() * 5);
  const growth = Math.exp(0.05 + 0.22 * random.normal());
  const sales = money(staff * each * Math.exp(-0.2 + 0.6 * random.normal()));
  const isTechnical = code === 'C' || code === 'I' || code === 'M';
  const research = isFirm && random() < (isTechnical ? 0.6 : 0.12) ? money(sales * 0.09 * random() ** 1.4) : 0;
  const hightech = isFirm && isTechnical && research > sales * 0.03 && random() < 0.55;
  const insuredBefore = isFirm ? Math.round(staff * (0.6 + 0.4 * random())) : 0;
  const insured = isFirm ? Math.min(staff, Math.round(insuredBefore * Math.exp(0.1 * random.normal()))) : 0;
  const energyBefore = code === 'C' && random() < 0.5 ? Math.round(staff * 60 * random() * 10) / 10 : null;
  const born = 20_500 - Math.floor(9000 * random() ** 1.7);
  return {
    kind,
    industry: or(0.01, code),
    registered: or(0.003, dayText(born)),
    employees: or(0.04, staff),
    insuredBefore: or(0.05, insuredBefore),
    insured: or(0.05, insured),
    graduates: isFirm ? or(0.2, random() < 0.3 ? Math.round(staff * 0.1 * random()) : 0) : 0,
    revenueBefore: or(isFirm ? 0.08 : 0.3, money(sales / growth)),
    revenue: or(isFirm ? 0.05 : 0.25, sales),
    research: or(0.06, research),
    tax: or(0.06, money(sales * (0.01 + 0.05 * random()))),
    premiums: or(0.05, money(insured * 720 * (0.8 + 0.4 * random()))),
    rent: or(0.15, random() < 0.7 ? money(staff * 9000 * (0.5 + random())) : 0),
    interest: or(0.2, random() < 0.35 ? money(sales * 0.02 * random()) : 0),
    equipment: code === 'C' && random() < 0.03 ? money(2_000_000 * Math.exp(random.normal())) : 0,
    retrofit: energyBefore !== null && random() < 0.4 ? money(energyBefore * 900 * random()) : 0,
    energyBefore,
    energy: energyBefore === null ? null : or(0.05, Math.round(energyBefore * (0.75 + 0.35 * random()) * 10) / 10),
    exports: or(0.05, isFirm && random() < 0.14 ? money(sales * random()) : 0),
    patents: isFirm ? or(0.03, random() < 0.15 ? Math.ceil(-Math.log(random() + 1e-9) * 6) : 0) : 0,
    hightech: or(0.01, hightech),
    hightechFrom: hightech ? dayText(Math.max(born + 90, 20_600 - Math.floor(random() * 1400))) : null,
    specialised: isFirm && hightech && random() < 0.3 ? (random() < 0.2 ? 'giant' : 'province') : 'none',
    arrears: or(0.02, random() < 0.04),
    dishonest: random() < 0.015,
  };
}

/** Yuan to the fen, within what the register holds. */
const money = (yuan: number): number => Math.min(99_999_999_999, Math.max(0, Math.round(yuan * 100) / 100));

const dayText = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** Draws by shares from a number in [0, 1). */
function byShare<T extends { readonly share: number }>(all: readonly [T, ...T[]]): (drawn: number) => T {
  const last = all.at(-1) ?? all[0];
  const total = all.reduce((sum, { share }) => sum + share, 0);
  return (drawn) => {
    let left = drawn * total;
    const found = all.find(({ share }) => (left -= share) < 0);
    return found ?? last; // rounding alone leaves something over
  };
}
