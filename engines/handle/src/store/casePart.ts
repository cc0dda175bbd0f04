import type { ClockCalendar } from '../clock/index.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import type { CaseState } from '../step/caseState.ts';
import { caseColumns, type CaseColumns } from './caseColumns.ts';
import { columnText, type ColumnType } from './arrayText.ts';
import { casesParameter, regionParameter, type AddParameter } from './tableWrite.ts';

interface CaseStep {
  readonly definition: ProcessDefinition;
  readonly before: CaseState;
  readonly after: CaseState;
}

interface Written {
  readonly after: CaseState;
  readonly shown: CaseColumns;
}

type Group = Readonly<Record<string, readonly [type: ColumnType, get: (one: Written) => unknown]>>;

/** What nearly every step changes. */
const always: Group = {
  rev: ['int', ({ after }) => after.rev],
  next_id: ['int', ({ after }) => after.nextId],
  last_seq: ['int', ({ after }) => after.lastSeq],
  organisation: ['text', ({ shown }) => shown.organisation],
  assignee: ['text', ({ shown }) => shown.assignee],
  step: ['text', ({ shown }) => shown.step],
  warn_at: ['timestamptz', ({ shown }) => shown.warnAt],
  due_at: ['timestamptz', ({ shown }) => shown.dueAt],
};

/** What follows from the variables. */
const ofVariables: Group = {
  variables: ['jsonb', ({ after }) => after.variables],
  grade: ['text', ({ shown }) => shown.grade],
  lead_organisation: ['text', ({ shown }) => shown.lead],
  team_organisation: ['text', ({ shown }) => shown.team],
};

const seldom: Group = {
  state: ['text', ({ after }) => after.state],
  outcome: ['text', ({ after }) => after.outcome],
  closed_at: ['timestamptz', ({ after }) => after.closedAt],
  seen_again: ['int', ({ after }) => after.seenAgain],
  urged: ['int', ({ after }) => after.urged],
  supervised_at: ['timestamptz', ({ after }) => after.supervisedAt],
  parked_at: ['timestamptz', ({ after }) => after.parkedAt],
  links: ['jsonb', ({ after }) => after.links],
  requests: ['jsonb', ({ after }) => after.requests],
  incidents: ['jsonb', ({ after }) => after.incidents],
  heard: ['jsonb', ({ after }) => after.heard],
};

const seldomFields = [
  'state',
  'outcome',
  'closedAt',
  'seenAgain',
  'urged',
  'supervisedAt',
  'parkedAt',
  'links',
  'requests',
  'incidents',
  'heard',
] as const;

/** The part of a statement that moves the cases on, each only from the revision that its step began at. */
export function casePart(steps: readonly CaseStep[], calendar: ClockCalendar, add: AddParameter): string {
  const columns: Group = {
    ...always,
    ...(steps.some(({ before, after }) => before.variables !== after.variables) ? ofVariables : {}),
    ...(steps.some(({ before, after }) => seldomFields.some((name) => before[name] !== after[name])) ? seldom : {}),
  };
  const rows = steps.map(({ definition, after }) => ({ after, shown: caseColumns(definition, after, calendar) }));
  const listed = ['place', 'was'];
  const lists = [
    `$${add(columnText(steps, (_, at) => at + 1, 'int'))}::int[]`,
    `$${add(columnText(steps, ({ before }) => before.rev, 'int'))}::int[]`,
  ];
  const set: string[] = [];
  for (const [name, [type, get]] of Object.entries(columns)) {
    const parameter = add(columnText(rows, get, type));
    if (type === 'jsonb') {
      set.push(`${name} = $${parameter}::jsonb -> (r.place - 1)`);
      continue;
    }
    listed.push(name);
    lists.push(`$${parameter}::${type}[]`);
    set.push(`${name} = r.${name}`);
  }
  return `UPDATE handle."case" c SET ${set.join(', ')} FROM unnest(${lists.join(', ')}) AS r(${listed.join(', ')})
    WHERE c.region = ${regionParameter} AND c.id = (${casesParameter})[r.place] AND c.rev = r.was RETURNING c.id`;
}
