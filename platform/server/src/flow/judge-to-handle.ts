import type { Bilingual } from '@yiwang/messages';
import type { Clock } from '@yiwang/clock';
import { correlate, setVariables, startCase, type HandlePorts, type StartAnswer } from '@yiwang/handle';
import type { JsonObject } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import type { Indicator } from '@yiwang/vitals';
import type { Metrics } from '../http/metrics.ts';
import type { Models } from '../platform.ts';
import { organisationName } from '../servedCity.ts';
import { derivedId } from './derivedId.ts';
import { isBackInBand, type CrossingFacts } from './findCrossing.ts';
import { tellCases } from './handle-to-screen.ts';
import { backMessage, dedupKeyOf, inBandVariable } from './signBand.ts';

export interface FlowParts extends Models {
  readonly clock: Clock;
  readonly handle: HandlePorts;
  readonly metrics: Metrics;
}

export interface Judged {
  readonly crossing: CrossingFacts;
  readonly indicator: Indicator;
  readonly app: string;
  readonly process: string;
  readonly decision: string;
  readonly facts: JsonObject;
  readonly outputs: JsonObject;
  readonly reason: Bilingual;
  readonly rules: readonly string[];
}

const flow = { actor: 'system:flow', organisation: '', roles: [] };

function titleOf({ crossing, indicator }: Judged): string {
  return `${crossing.nameZh} ${indicator.name.zh} ${crossing.value.toFixed(indicator.decimals)} ${indicator.unit}`.trim();
}

/**
 * Decisions → cases (研判 → 处置): opens the case of this thing, or counts it as seen again where one is open. The case's
 * variables hold what was observed and why it is a case; both are shown on its page.
 */
export async function openOrSeeAgain(tx: Transaction, parts: FlowParts, judged: Judged): Promise<StartAnswer> {
  const { crossing, indicator, outputs, reason, rules } = judged;
  const { region, id } = crossing;
  const inBand = await isBackInBand(tx, crossing);
  const lead = outputs['lead'];
  const answer = await startCase(tx, parts.handle, {
    region,
    command: id,
    by: flow,
    reason: reason.zh.slice(0, 500),
    app: judged.app,
    process: judged.process,
    title: titleOf(judged).slice(0, 200),
    organisation: parts.city.duty,
    dedupKey: dedupKeyOf(crossing.indicator, crossing.thing),
    simulated: crossing.simulated,
    longitude: crossing.longitude,
    latitude: crossing.latitude,
    ...(crossing.cell === null ? {} : { cell: crossing.cell }),
    searchText: [
      crossing.nameEn,
      indicator.name.en,
      typeof lead === 'string' ? organisationName(parts.city, lead).zh : '',
    ]
      .join(' ')
      .trim(),
    variables: {
      ...judged.facts,
      ...outputs,
      [inBandVariable]: inBand,
      thingName: { zh: crossing.nameZh, en: crossing.nameEn },
      decided: { decision: judged.decision, rules: [...rules], outputs, reason: { ...reason } },
    },
  });
  if (answer.outcome === 'seenAgain') {
    // It is out of band again: who verified must not find it closed by what it was before.
    const command = derivedId(id, 'again');
    const variables = { [inBandVariable]: inBand, value: crossing.value };
    await setVariables(tx, parts.handle, { region, case: answer.case, command, by: flow, variables });
  }
  await tellCases(tx, [[region, answer.case]]);
  return answer;
}

async function findOpenCase(tx: Transaction, { region, indicator, thing }: CrossingFacts): Promise<string | undefined> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id FROM handle."case" WHERE region = $1 AND dedup_key = $2 AND state = 'open'`,
    [region, dedupKeyOf(indicator, thing)],
  );
  return open?.id;
}

/**
 * The thing is out of its band by a value that no rule makes a case of. One that is open hears of it none the less, or it
 * would close by what the sign was before.
 */
export async function signLeftAgain(tx: Transaction, parts: FlowParts, crossing: CrossingFacts): Promise<undefined> {
  const open = await findOpenCase(tx, crossing);
  if (open === undefined) return;
  const { region, id: command, value } = crossing;
  const variables = { [inBandVariable]: await isBackInBand(tx, crossing), value };
  await setVariables(tx, parts.handle, { region, case: open, command, by: flow, variables });
  await tellCases(tx, [[region, open]]);
}

/** The thing is back in its band: the open case that it began hears of it. Nothing is open where it was closed already. */
export async function signCameBack(tx: Transaction, parts: FlowParts, crossing: CrossingFacts): Promise<void> {
  const { region, id } = crossing;
  const open = await findOpenCase(tx, crossing);
  if (open === undefined || !(await isBackInBand(tx, crossing))) return;
  await correlate(tx, parts.handle, {
    region,
    case: open,
    command: id,
    by: flow,
    message: backMessage,
    variables: { [inBandVariable]: true },
  });
  await tellCases(tx, [[region, open]]);
}
