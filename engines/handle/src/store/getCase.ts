import type { Sql } from '@yiwang/postgres';
import { viewOf, type ClockView } from './clockView.ts';
import type { CaseEvent, CaseState, Evidence, Task, Token } from '../step/caseState.ts';
import type { HandlePorts } from './commandRequest.ts';
import { getDefinition } from './definitionStore.ts';
import { faults } from '../faults.ts';
import { caseRowColumns, type CaseRow } from '../queue/caseRow.ts';
import { findCase } from './loadCase.ts';
import type { JsonObject } from '../json.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';

export interface CaseView {
  readonly row: CaseRow;
  readonly rev: number;
  readonly definition: ProcessDefinition;
  readonly variables: JsonObject;
  readonly tasks: readonly Task[];
  readonly clocks: readonly ClockView[];
  readonly evidence: readonly Evidence[];
  /** All that the reducer knows, for what is asked of it beside. */
  readonly state: CaseState;
  /** All of them, oldest first. */
  readonly events: readonly CaseEvent[];
  /** Where the case waits, for the diagram. */
  readonly tokens: readonly Token[];
  /** Element ids that were passed and where nothing waits now, for the diagram. */
  readonly passed: readonly string[];
}

/** A case with all that its page shows. Who may see it is for the caller. @throws handle.noCase */
export async function getCase(sql: Sql, ports: HandlePorts, region: string, id: string): Promise<CaseView> {
  const now = ports.clock.now();
  const found = await findCase(sql, region, id, { lock: false });
  const [row] = await sql.query<CaseRow>(
    `SELECT ${caseRowColumns} FROM handle."case" c WHERE c.region = $2 AND c.id = $3`,
    [now, region, id],
  );
  if (found === undefined || row === undefined) throw faults.noCase({ region, id });
  const events = await sql.query<CaseEvent>(
    `SELECT seq, at, kind, element, actor, reason, data FROM handle.event WHERE region = $1 AND case_id = $2 ORDER BY seq`,
    [region, id],
  );
  const { state } = found;
  const here = new Set(state.tokens.filter((token) => token.state === 'live').map((token) => token.element));
  const definition = await getDefinition(sql, found.head);
  const touched = events.flatMap((event) => (event.element === null ? [] : [event.element]));
  return {
    row,
    rev: state.rev,
    definition,
    variables: state.variables,
    tasks: state.tasks,
    clocks: state.clocks.map((clock) => viewOf(clock, ports.calendar, now)),
    evidence: state.evidence,
    state,
    events,
    tokens: state.tokens.filter((token) => token.state === 'live'),
    passed: [...new Set(touched)].filter((element) => definition.nodes.has(element) && !here.has(element)),
  };
}
