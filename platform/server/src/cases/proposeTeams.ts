import { distanceMetres } from '@yiwang/place';
import type { CaseView } from '@yiwang/handle';
import type { Sql } from '@yiwang/postgres';
import { rankTeams, type Proposal } from '../flow/rankTeams.ts';
import type { ServedCity, ServedOrganisation } from '../servedCity.ts';

/** A text among a decision's outputs. */
function textOf(variables: CaseView['variables'], name: string): string | undefined {
  const value = variables[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Teams to send, best first: those of the lead organisation, of the kind that the decision asks for where it asks for one.
 * A team stands at the seat of its district, which is the only position that is kept.
 */
export async function proposeTeams(sql: Sql, city: ServedCity, view: CaseView): Promise<readonly Proposal[]> {
  const lead = textOf(view.variables, 'lead');
  const kind = textOf(view.variables, 'teamKind');
  const fits = ({ path, team }: ServedOrganisation): boolean =>
    team !== undefined && (lead === undefined || path.startsWith(`${lead}.`)) && (kind === undefined || team === kind);
  const teams = city.organisations.filter(fits);
  if (teams.length === 0) return [];
  const open = await sql.query<{ organisation: string; n: number }>(
    `SELECT organisation, count(*) AS n FROM handle."case"
     WHERE state = 'open' AND region LIKE $1 AND organisation = ANY($2) GROUP BY organisation`,
    [`${city.code.slice(0, 4)}%`, teams.map(({ path }) => path)],
  );
  const openOf = new Map(open.map(({ organisation, n }) => [organisation, n]));
  const { longitude, latitude } = view.row;
  const metresTo = (region: string): number | null => {
    const seat = city.regions.find(({ code }) => code === region)?.seat;
    if (seat === undefined || longitude === null || latitude === null) return null;
    return Math.round(distanceMetres({ longitude, latitude }, { longitude: seat[0], latitude: seat[1] }));
  };
  return rankTeams(
    teams.map(({ path, name, region }) => ({
      organisation: path,
      name,
      metres: metresTo(region),
      openCases: openOf.get(path) ?? 0,
    })),
  );
}
