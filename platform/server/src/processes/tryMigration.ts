import type { MigrationPlan, PlanMigration } from '@yiwang/contract';
import { findDraft, findPositions, getModel, planMigration, type ProcessMap } from '@yiwang/handle';
import { serverFaults as faults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import type { SeenCases } from './processAnswers.ts';
import type { ProcessBook } from './processBook.ts';

/** Where a case can rest, or a token wait: what a mapping is chosen among. */
const restsOn = /(Task|task|callActivity|subProcess|transaction|adHocSubProcess|CatchEvent|boundaryEvent|Gateway)$/;

/** Plans the move of a version's open cases; nothing is changed. @throws handle.noDefinition, server.notFound without a draft */
export async function tryMigration(
  { db }: Platform,
  book: ProcessBook,
  { app, process }: { readonly app: string; readonly process: string },
  { from, to, mapping }: PlanMigration,
  rows: SeenCases,
): Promise<MigrationPlan> {
  const left = await getModel(db, app, process, from);
  const draft = to === undefined ? await findDraft(db, app, process) : undefined;
  if (to === undefined && draft === undefined) throw faults.notFound({ what: `${process}: draft` });
  const target = draft ?? (await getModel(db, app, process, to));
  const maps = [left, { ...left, xml: target.xml }].map((model) => book.mapOf([model]));
  const [before, after] = maps;
  if (before === undefined || after === undefined) throw faults.notFound({ what: process });
  const { groups, left: rare } = await findPositions(db, { app, process, version: from, rows });
  const plan = planMigration(before, after, mapping, groups);
  return {
    from,
    to: to ?? null,
    moves: plan.moves,
    stays: plan.stays + rare,
    steps: plan.steps.map((step) => ({
      ...step,
      obstacles: step.obstacles.map((obstacle) => ({ ...obstacle, examples: [...obstacle.examples] })),
    })),
    timers: [...plan.timers],
    unknown: [...plan.unknown],
    elements: { from: elementsOf(before), to: elementsOf(after) },
  };
}

function elementsOf({ nodes }: ProcessMap): MigrationPlan['elements']['from'] {
  return [...nodes.values()]
    .filter(({ kind }) => restsOn.test(kind))
    .map(({ id, kind, name }) => ({ id, kind, name: name === id ? null : name }));
}
