import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { digestOf } from './digest.ts';
import { faults } from '../faults.ts';
import type { CaseHead } from './loadCase.ts';
import type { FlowNode, FormField, ProcessDefinition } from '../model/processDefinition.ts';
import { readProcesses } from '../model/readProcess.ts';

/** Parsed models by checksum of their XML and fields; what is under a checksum never changes. */
const parsed = new Map<string, ProcessDefinition>();
const mostParsed = 200;

type Fields = Readonly<Record<string, readonly FormField[]>>;

function remember(checksum: string, definition: ProcessDefinition): ProcessDefinition {
  if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(checksum, definition);
  return definition;
}

/** The fields of each user task, whether they came from the XML or were given to the definition from a form's file. */
function fieldsOf(definition: ProcessDefinition): Fields {
  const tasks = [...definition.nodes.values()].filter((node) => node.kind === 'userTask');
  return Object.fromEntries(tasks.map((task) => [task.id, task.fields]));
}

function withFields(definition: ProcessDefinition, fields: Fields): ProcessDefinition {
  const nodes = new Map<string, FlowNode>();
  for (const [id, node] of definition.nodes)
    nodes.set(id, node.kind === 'userTask' ? { ...node, fields: fields[id] ?? node.fields } : node);
  return { ...definition, nodes };
}

/** The messages and signals that open a case, each with the node that it begins at. */
function openingsOf({ openings }: ProcessDefinition) {
  return openings.flatMap(({ node, events }) =>
    events.flatMap((event) =>
      event.is === 'message' || event.is === 'signal' ? [{ kind: event.is, name: event.name, node }] : [],
    ),
  );
}

/**
 * Stores a model, with the fields of its forms, for new cases to start on. What equals the latest version stays that
 * version; anything else is the next. Cases that run keep the version they started on.
 * @returns the version
 */
export async function registerDefinition(
  sql: Sql,
  clock: Clock,
  app: string,
  definition: ProcessDefinition,
): Promise<number> {
  const fields = fieldsOf(definition);
  const checksum = digestOf({ process: definition.id, xml: definition.checksum, fields });
  for (;;) {
    const [latest] = await sql.query<{ version: number; checksum: string }>(
      `SELECT version, checksum FROM handle.definition WHERE app = $1 AND id = $2 ORDER BY version DESC LIMIT 1`,
      [app, definition.id],
    );
    if (latest?.checksum === checksum) return latest.version;
    const version = (latest?.version ?? 0) + 1;
    const added = await sql.execute(
      `INSERT INTO handle.definition (app, id, version, checksum, file, xml, fields, registered_at, openings)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        app,
        definition.id,
        version,
        checksum,
        definition.file,
        definition.xml,
        JSON.stringify(fields),
        clock.now(),
        JSON.stringify(openingsOf(definition)),
      ],
    );
    if (added === 1) return version; // otherwise another server stored one meanwhile
  }
}

/** The latest version of a process, for a new case. @throws handle.noDefinition */
export async function getLatest(sql: Sql, app: string, process: string): Promise<CaseHead> {
  const [latest] = await sql.query<{ version: number; checksum: string }>(
    `SELECT version, checksum FROM handle.definition WHERE app = $1 AND id = $2 ORDER BY version DESC LIMIT 1`,
    [app, process],
  );
  if (latest === undefined) throw faults.noDefinition({ app, process, version: '–' });
  return { app, process, ...latest };
}

/** The model that a case is pinned to. @throws handle.noDefinition */
export async function getDefinition(sql: Sql, head: CaseHead): Promise<ProcessDefinition> {
  const known = parsed.get(head.checksum);
  if (known !== undefined) return known;
  const [row] = await sql.query<{ xml: string; file: string; fields: Fields }>(
    `SELECT xml, file, fields FROM handle.definition WHERE app = $1 AND id = $2 AND version = $3`,
    [head.app, head.process, head.version],
  );
  if (row === undefined) throw faults.noDefinition({ app: head.app, process: head.process, version: head.version });
  const found = readProcesses(row.xml, row.file).find(({ id }) => id === head.process);
  if (found === undefined) throw faults.noDefinition({ app: head.app, process: head.process, version: head.version });
  return remember(head.checksum, withFields(found, row.fields));
}
