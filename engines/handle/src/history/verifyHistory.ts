import { findEntriesOf, type Entry } from '@yiwang/ledger';
import type { Bilingual } from '@yiwang/messages';
import type { Database, Sql } from '@yiwang/postgres';
import { eventKinds, type CaseEvent } from '../step/caseState.ts';
import { entriesOf } from '../store/entriesOf.ts';

/** Where the history of a case and the ledger do not say the same. */
export interface HistoryFinding {
  readonly region: string;
  readonly case: string;
  readonly number: string;
  readonly seq: number;
  /**
   * `changed`: the event's fields that are others than what its entry was made of. `removed`: the entry has no event.
   * `added`: the event has no entry. `gap`: an event that needs no entry is missing in the numbers.
   */
  readonly kind: 'changed' | 'removed' | 'added' | 'gap';
  readonly fields: readonly string[];
}

export interface HistoryReport {
  readonly cases: number;
  readonly events: number;
  /** The first 1000. */
  readonly findings: readonly HistoryFinding[];
}

const casesAtOnce = 500;
const mostFindings = 1000;
const kinds: ReadonlySet<string> = new Set(eventKinds);

interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly last: number;
}
type EventRow = CaseEvent & { readonly case: string };

/**
 * Holds the history of all cases of a district against the ledger: every event that has an entry must be what the entry
 * was made of, none may be missing, none may have been put in. Reads in pages within one snapshot.
 */
export async function verifyHistory(db: Database, region: string): Promise<HistoryReport> {
  return db.transaction(async (tx) => {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const findings: HistoryFinding[] = [];
    let cases = 0;
    let events = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await tx.query<CaseRow>(
        `SELECT id, number, last_seq AS last FROM handle."case" WHERE region = $1 AND id > $2 ORDER BY id LIMIT $3`,
        [region, after, casesAtOnce],
      );
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
      cases += page.length;
      const found = await checkPage(tx, region, page);
      events += found.events;
      findings.push(...found.findings.slice(0, mostFindings - findings.length));
    }
    return { cases, events, findings };
  });
}

async function checkPage(sql: Sql, region: string, page: readonly CaseRow[]) {
  const ids = page.map(({ id }) => id);
  const rows = await sql.query<EventRow>(
    `SELECT case_id AS case, seq, at, kind, element, actor, reason, data FROM handle.event
     WHERE region = $1 AND case_id = ANY($2) ORDER BY case_id, seq`,
    [region, ids],
  );
  const eventsOf = Map.groupBy(rows, (row) => row.case);
  const entries = await findEntriesOf(
    sql,
    region,
    ids.map((id) => `case:${id}`),
  );
  const entriesBy = Map.groupBy(entries, ({ subject }) => subject.slice('case:'.length));
  const findings = page.flatMap((one) =>
    checkCase(region, one, eventsOf.get(one.id) ?? [], entriesBy.get(one.id) ?? []),
  );
  return { events: rows.length, findings };
}

function checkCase(
  region: string,
  { id, number, last }: CaseRow,
  events: readonly EventRow[],
  entries: readonly Entry[],
): HistoryFinding[] {
  const at = (seq: number, kind: HistoryFinding['kind'], fields: readonly string[] = []): HistoryFinding => ({
    region,
    case: id,
    number,
    seq,
    kind,
    fields,
  });
  const bySeq = new Map<number, Entry>();
  for (const entry of entries) {
    const seq = entry.body['seq'];
    if (kinds.has(entry.kind) && typeof seq === 'number') bySeq.set(seq, entry);
  }
  const findings: HistoryFinding[] = [];
  const present = new Set(events.map(({ seq }) => seq));
  for (let seq = 1; seq <= Math.max(last, ...present); seq += 1)
    if (!present.has(seq)) findings.push(at(seq, bySeq.has(seq) ? 'removed' : 'gap'));
  for (const event of events) {
    const entry = bySeq.get(event.seq);
    const [wanted] = entriesOf({ region, id, number }, [event]);
    if (entry === undefined) {
      if (wanted !== undefined) findings.push(at(event.seq, 'added'));
      continue;
    }
    const fields = changedFields(event, entry, wanted?.body['digest']);
    if (fields.length > 0) findings.push(at(event.seq, 'changed', fields));
  }
  return findings;
}

/** What of an event is not what its entry was made of; its data is known by its digest. */
function changedFields(event: CaseEvent, entry: Entry, digest: unknown): readonly string[] {
  return [
    ...(event.kind === entry.kind ? [] : ['kind']),
    ...(event.element === entry.body['element'] ? [] : ['element']),
    ...(event.actor === entry.actor ? [] : ['actor']),
    ...((event.reason ?? undefined) === (entry.reason ?? undefined) ? [] : ['reason']),
    ...(digest === entry.body['digest'] ? [] : ['data']),
  ];
}

/** A finding as people read it. */
export function describeHistory({ number, seq, kind, fields }: HistoryFinding): Bilingual {
  const names = fields.join(', ');
  switch (kind) {
    case 'changed':
      return {
        zh: `案件 ${number} 第 ${seq} 条经过被改过：${names}`,
        en: `Event ${seq} of case ${number} was changed: ${names}`,
      };
    case 'removed':
      return { zh: `案件 ${number} 第 ${seq} 条经过被删除`, en: `Event ${seq} of case ${number} was removed` };
    case 'added':
      return {
        zh: `案件 ${number} 第 ${seq} 条经过没有账本条目`,
        en: `Event ${seq} of case ${number} has no entry in the ledger`,
      };
    case 'gap':
      return { zh: `案件 ${number} 缺第 ${seq} 条经过`, en: `Event ${seq} of case ${number} is missing` };
  }
}
