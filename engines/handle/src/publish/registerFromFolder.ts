import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { FormField, ProcessDefinition } from '../model/processDefinition.ts';
import { registerDefinition } from '../store/definitionStore.ts';
import { digestOf } from '../store/digest.ts';

/**
 * Stores the model of an application's folder where the folder has changed. What a person published since stays the
 * newest version: a restart of the server, with the folder as it was, does not take it back.
 * @returns the version that new cases start on
 */
export async function registerFromFolder(
  sql: Sql,
  clock: Clock,
  app: string,
  definition: ProcessDefinition,
): Promise<number> {
  const [known] = await sql.query<{
    xml: string;
    fields: Readonly<Record<string, readonly FormField[]>>;
    newest: number;
  }>(
    `SELECT d.xml, d.fields, (SELECT max(n.version) FROM handle.definition n WHERE n.app = $1 AND n.id = $2) AS newest
     FROM handle.definition d WHERE d.app = $1 AND d.id = $2 AND NOT EXISTS (
       SELECT FROM handle.publication p WHERE p.app = d.app AND p.process = d.id AND p.version = d.version)
     ORDER BY d.version DESC LIMIT 1`,
    [app, definition.id],
  );
  const fields = Object.fromEntries(
    [...definition.nodes.values()].flatMap((node) =>
      node.kind === 'userTask' ? [[node.id, node.fields] as const] : [],
    ),
  );
  const isKnown = known !== undefined && known.xml === definition.xml && digestOf(known.fields) === digestOf(fields);
  return isKnown ? known.newest : registerDefinition(sql, clock, app, definition);
}
