import type { Handler } from '@yiwang/jobs';
import { appendEntries, type JsonObject } from '@yiwang/ledger';
import type { Transaction } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import { findCrossing, type CrossingFacts } from './findCrossing.ts';
import { openOrSeeAgain, signCameBack, signLeftAgain, type FlowParts } from './judge-to-handle.ts';
import { dedupKeyOf } from './signBand.ts';

function crossingIn(payload: unknown): string {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'crossing' in payload &&
    typeof payload.crossing === 'string'
  ) {
    return payload.crossing;
  }
  throw faults.notFound({ what: 'crossing of this job' });
}

/**
 * Crossings → decisions (体征 → 研判), one job each. The decision, its entry, what it began, and the end of the job commit at
 * once. Jobs about one thing follow each other by a lock on it, in whatever order they come: what counts for the case is how
 * the thing stands when the job runs.
 */
export function createJudgeHandler(parts: FlowParts): Handler {
  return async (tx, job) => {
    const end = parts.metrics.flow.startTimer({ step: 'vitals-to-judge' });
    const id = crossingIn(job.payload);
    const crossing = await findCrossing(tx, job.region, id);
    if (crossing === undefined) throw faults.notFound({ what: `crossing ${id}` });
    const key = dedupKeyOf(crossing.indicator, crossing.thing);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`flow ${crossing.region} ${key}`]);
    if (crossing.to === 'over') await judge(tx, parts, crossing);
    else if (crossing.from === 'over') await signCameBack(tx, parts, crossing);
    end();
  };
}

async function judge(tx: Transaction, parts: FlowParts, crossing: CrossingFacts): Promise<void> {
  const { apps, indicators, handle, clock } = parts;
  const app = apps.find((one) => one.indicators.some(({ value }) => value.code === crossing.indicator));
  const onCrossing = app?.about.onCrossing;
  const indicator = indicators.find(({ code }) => code === crossing.indicator);
  if (app === undefined || onCrossing === undefined || indicator === undefined) return;
  const facts: JsonObject = {
    crossing: crossing.id,
    indicator: crossing.indicator,
    value: crossing.value,
    unit: indicator.unit,
    thing: crossing.thing,
    thingKind: crossing.kind,
    region: crossing.region,
    at: crossing.at.toISOString(),
  };
  const { outputs, reason, rules } = handle.decide(onCrossing.decision, facts);
  const opened =
    rules.length === 0
      ? await signLeftAgain(tx, parts, crossing)
      : await openOrSeeAgain(tx, parts, {
          crossing,
          indicator,
          app: app.about.id,
          process: onCrossing.process,
          decision: onCrossing.decision,
          facts,
          outputs,
          reason,
          rules,
        });
  await appendEntries(tx, clock, [
    {
      region: crossing.region,
      kind: 'crossing.judged',
      actor: 'system:flow',
      subject: `crossing:${crossing.id}`,
      reason: reason.zh.slice(0, 1000),
      body: {
        decision: onCrossing.decision,
        rules: [...rules],
        outputs,
        case: opened?.case ?? null,
        outcome: opened?.outcome ?? 'none',
      },
    },
  ]);
}
