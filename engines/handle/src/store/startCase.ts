import { uuidv7 } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { bigrams } from '@yiwang/search';
import type { Actor } from '../step/caseCommand.ts';
import { emptyCase } from '../step/emptyCase.ts';
import type { CaseState } from '../step/caseState.ts';
import { checkRequest, checkText, checkVariables, type CommandAnswer, type HandlePorts } from './commandRequest.ts';
import { commitStep } from './commitStep.ts';
import { getDefinition, getLatest } from './definitionStore.ts';
import { digestOf } from './digest.ts';
import { faults } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import { findCase, type CaseHead } from './loadCase.ts';
import { nextNumber } from './nextNumber.ts';
import { onceOnly } from './onceOnly.ts';

export interface StartRequest {
  readonly region: string;
  readonly command: string;
  readonly by: Actor;
  readonly reason?: string | undefined;
  readonly app: string;
  readonly process: string;
  readonly title: string;
  /** The organisation that answers for the case where no task and no lead says another. */
  readonly organisation: string;
  /** While a case with this key is open in the region, no second one is opened. */
  readonly dedupKey?: string | undefined;
  readonly variables: JsonObject;
  readonly simulated: boolean;
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
  readonly cell?: string | undefined;
  /** The start event or receive task that it begins at, where that isn't the plain start. */
  readonly node?: string | undefined;
  /** Further text that it is found by, beside number and title. */
  readonly searchText?: string | undefined;
}

export interface StartAnswer extends CommandAnswer {
  readonly outcome: 'opened' | 'seenAgain';
}

/**
 * Opens a case and runs it to where it first waits. While one with the same region and dedup key is open, that one is
 * counted as seen again and given back instead, also when two transactions try at once.
 * @throws handle.noDefinition, handle.badCommand, and what the first step can throw
 */
export async function startCase(tx: Sql, ports: HandlePorts, request: StartRequest): Promise<StartAnswer> {
  checkRequest(request);
  checkVariables(request.variables);
  checkText(request.title, 200, { zh: '标题', en: 'The title' });
  checkText(request.dedupKey, 300, { zh: '去重键', en: 'The dedup key' });
  checkText(request.searchText, 2000, { zh: '检索文字', en: 'The search text' });
  const { region, command, app, process, dedupKey, variables, by } = request;
  const digest = digestOf({ app, process, dedupKey, variables, actor: by.actor });
  return onceOnly(tx, { region, id: command, digest, at: ports.clock.now() }, async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const seen = await seeAgain(tx, ports, request);
      if (seen !== undefined) return seen;
      const head = await getLatest(tx, app, process);
      const state = await insertCase(tx, ports, request, head);
      if (state === undefined) continue; // another transaction opened it meanwhile; it is found on the next round
      const definition = await getDefinition(tx, head);
      const start = {
        by,
        reason: request.reason ?? null,
        act: { do: 'start', variables, ...(request.node === undefined ? {} : { node: request.node }) },
      } as const;
      return { ...(await commitStep(tx, ports, definition, state, start)), outcome: 'opened' };
    }
    throw faults.stale({ number: dedupKey ?? '–', rev: '–', expected: '–' });
  });
}

async function seeAgain(tx: Sql, ports: HandlePorts, request: StartRequest): Promise<StartAnswer | undefined> {
  const { region, dedupKey, by, reason } = request;
  if (dedupKey === undefined) return undefined;
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM handle."case" WHERE region = $1 AND dedup_key = $2 AND state = 'open' FOR UPDATE`,
    [region, dedupKey],
  );
  const found = row === undefined ? undefined : await findCase(tx, region, row.id, { lock: true });
  if (found === undefined || found.state.state === 'closed') return undefined;
  const definition = await getDefinition(tx, found.head);
  const again = { by, reason: reason ?? null, act: { do: 'seeAgain' } } as const;
  return { ...(await commitStep(tx, ports, definition, found.state, again)), outcome: 'seenAgain' };
}

/** An empty open case; undefined when one with the same dedup key was opened by another transaction meanwhile. */
async function insertCase(
  tx: Sql,
  ports: HandlePorts,
  request: StartRequest,
  head: CaseHead,
): Promise<CaseState | undefined> {
  const { region, title } = request;
  const openedAt = ports.clock.now();
  const number = await nextNumber(tx, region, openedAt);
  const id = uuidv7();
  const added = await tx.execute(
    `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, home, organisation, opened_by,
       opened_at, dedup_key, simulated, longitude, latitude, cell, variables, next_id, last_seq, search)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'open', $8, $8, $9, $10, $11, $12, $13, $14, $15, '{}', 1, 0, $16)
     ON CONFLICT (region, dedup_key) WHERE state = 'open' DO NOTHING`,
    [
      region,
      id,
      number,
      head.app,
      head.process,
      head.version,
      title,
      request.organisation,
      request.by.actor,
      openedAt,
      request.dedupKey ?? null,
      request.simulated,
      request.longitude ?? null,
      request.latitude ?? null,
      request.cell ?? null,
      bigrams(`${number} ${title} ${request.searchText ?? ''}`),
    ],
  );
  if (added === 0) return undefined;
  return emptyCase({ region, id, number, title, home: request.organisation, openedAt });
}
