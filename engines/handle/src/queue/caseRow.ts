import { lightSql, type Light } from '../light.ts';

export interface CaseRow {
  readonly region: string;
  readonly id: string;
  readonly number: string;
  readonly app: string;
  readonly process: string;
  readonly version: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly outcome: 'completed' | 'withdrawn' | null;
  readonly light: Light;
  readonly grade: string | null;
  readonly step: string | null;
  readonly leadOrganisation: string | null;
  readonly teamOrganisation: string | null;
  /** Who must act now. */
  readonly organisation: string;
  readonly assignee: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly cell: string | null;
  readonly seenAgain: number;
  readonly simulated: boolean;
}

export interface CasePage {
  readonly cases: readonly CaseRow[];
  readonly next: string | null;
}

/** The columns of `CaseRow`; `$1` is now. */
export const caseRowColumns = `c.region, c.id, c.number, c.app, c.process, c.version, c.title, c.state, c.outcome,
  ${lightSql('c', '$1')} AS light, c.grade, c.step, c.lead_organisation AS "leadOrganisation",
  c.team_organisation AS "teamOrganisation", c.organisation, c.assignee, c.opened_at AS "openedAt",
  c.closed_at AS "closedAt", c.due_at AS "dueAt", c.longitude, c.latitude, c.cell, c.seen_again AS "seenAgain", c.simulated`;
