import type { Handler, Job } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { isFault } from '@yiwang/faults';
import type { JsonObject, JsonValue } from '../json.ts';
import type { HandlePorts } from './commandRequest.ts';
import { derivedUuid } from './derivedUuid.ts';
import { faults } from '../faults.ts';
import { findCase } from './loadCase.ts';
import { runCommand } from './runCommand.ts';
import { startCase } from './startCase.ts';

/**
 * Something outside that a service task calls (系统对接). It may be called again for the same token, when an answer was
 * lost; `key` is the same then.
 */
export type Operation = (
  input: JsonObject,
  about: { readonly region: string; readonly case: string; readonly key: string },
) => Promise<{ readonly variables: JsonObject; readonly error?: string }>;

export interface EffectPorts extends HandlePorts {
  readonly operations: Readonly<Record<string, Operation>>;
}

const by = { actor: 'system:handle', organisation: '', roles: [] };

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The handler of queue `handle.effect`: calls services and passes messages and signals on. A call that fails for good is an
 * incident of its case, which a person can try again. Messages go to the cases that are linked to the sender, signals to
 * all of the region that wait for them; both open cases of processes that begin with them.
 */
export function effectHandler(ports: EffectPorts): Handler {
  return async (tx, job) => {
    const payload = isObject(job.payload) ? job.payload : {};
    const { case: id, do: what, name, token, operation } = payload;
    if (typeof id !== 'string')
      throw faults.badCommand({ reasonZh: '后续任务的内容有误。', reason: 'The payload of the job is not right.' });
    const variables = isObject(payload['variables']) ? payload['variables'] : {};
    if (what === 'call' && typeof token === 'number' && typeof operation === 'string') {
      const input = isObject(payload['input']) ? payload['input'] : {};
      await callService(tx, ports, job, { id, token, operation, input });
    } else if ((what === 'message' || what === 'signal') && typeof name === 'string') {
      await passOn(tx, ports, job, { id, kind: what, name, variables });
    }
  };
}

async function callService(
  tx: Sql,
  ports: EffectPorts,
  job: Job,
  call: { readonly id: string; readonly token: number; readonly operation: string; readonly input: JsonObject },
): Promise<void> {
  const { region } = job;
  const { id, token, operation, input } = call;
  const request = { region, case: id, command: derivedUuid(job.id, 'answer'), by };
  const operate = ports.operations[operation];
  try {
    if (operate === undefined) throw faults.noOperation({ operation });
    const answer = await operate(input, { region, case: id, key: job.id });
    const error = answer.error === undefined ? {} : { error: answer.error };
    await runCommand(tx, ports, request, { do: 'answer', token, variables: answer.variables, ...error });
  } catch (error) {
    const last = operate === undefined || job.attempt >= job.maxAttempts;
    if (!last || !isFault(error)) throw error;
    const detail = error.message;
    await runCommand(tx, ports, request, { do: 'raiseIncident', token, code: error.code, detail });
  }
}

interface Passed {
  readonly id: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly variables: JsonObject;
}

async function passOn(tx: Sql, ports: EffectPorts, job: Job, { id, kind, name, variables }: Passed): Promise<void> {
  const { region } = job;
  const sender = await findCase(tx, region, id, { lock: false });
  if (sender === undefined) return;
  const waiting = await tx.query<{ case: string }>(
    `SELECT case_id AS "case" FROM handle.subscription WHERE region = $1 AND kind = $2 AND name = $3 AND case_id <> $4 ORDER BY 1`,
    [region, kind, name, id],
  );
  const linked = new Set(sender.state.links.map((link) => link.case));
  for (const { case: to } of waiting) {
    if (kind === 'message' && !linked.has(to)) continue;
    const request = { region, case: to, command: derivedUuid(job.id, to), by };
    await runCommand(
      tx,
      ports,
      request,
      kind === 'message' ? { do: 'correlate', message: name, variables } : { do: 'signal', signal: name, variables },
    );
  }
  const openings = await tx.query<{ process: string; node: string }>(
    `SELECT d.id AS process, o.node FROM handle.definition d, jsonb_to_recordset(d.openings) AS o(kind text, name text, node text)
     WHERE d.app = $1 AND o.kind = $2 AND o.name = $3
       AND d.version = (SELECT max(version) FROM handle.definition l WHERE l.app = d.app AND l.id = d.id)`,
    [sender.head.app, kind, name],
  );
  for (const { process, node } of openings)
    await startCase(tx, ports, {
      region,
      command: derivedUuid(job.id, process),
      by,
      app: sender.head.app,
      process,
      node,
      title: sender.state.title,
      organisation: sender.state.home,
      variables,
      simulated: sender.simulated,
    });
}
