import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { faults } from './faults.ts';
import type { CaseHead } from './loadCase.ts';
import type { ProcessDefinition } from './processDefinition.ts';
import { readProcess } from './readProcess.ts';

/** Parsed models by checksum of their XML; what is under a checksum never changes. */
const parsed = new Map<string, ProcessDefinition>();
const mostParsed = 200;

function remember(definition: ProcessDefinition): ProcessDefinition {
  if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(definition.checksum, definition);
  return definition;
}

/**
 * Stores a model for new cases to start on. The same XML as the latest version stays that version; other XML is the
 * next. Cases that run keep the version they started on.
 * @returns the version
 */
export async function registerDefinition(
  sql: Sql,
  clock: Clock,
  app: string,
  definition: ProcessDefinition,
): Promise<number> {
  for (;;) {
    const [latest] = await sql.query<{ version: number; checksum: string }>(
      `SELECT version, checksum FROM handle.definition WHERE app = $1 AND id = $2 ORDER BY version DESC LIMIT 1`,
      [app, definition.id],
    );
    if (latest?.checksum === definition.checksum) return latest.version;
    const version = (latest?.version ?? 0) + 1;
    const added = await sql.execute(
      `INSERT INTO handle.definition (app, id, version, checksum, file, xml, registered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [app, definition.id, version, definition.checksum, definition.file, definition.xml, clock.now()],
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
  const [row] = await sql.query<{ xml: string; file: string }>(
    `SELECT xml, file FROM handle.definition WHERE app = $1 AND id = $2 AND version = $3`,
    [head.app, head.process, head.version],
  );
  if (row === undefined) throw faults.noDefinition({ app: head.app, process: head.process, version: head.version });
  return remember(readProcess(row.xml, row.file));
}
