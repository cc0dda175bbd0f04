import type { Bilingual } from '@yiwang/messages';

export interface Team {
  readonly organisation: string;
  readonly name: Bilingual;
  /** Metres from the team's district seat to the case; null where one of the two is unknown. */
  readonly metres: number | null;
  readonly openCases: number;
}

export interface Proposal extends Team {
  readonly reason: Bilingual;
}

/** What a case that a team already has is worth in way: about ten minutes of driving in a city at 30 km/h. */
const metresPerCase = 5_000;
/** A team whose way is unknown comes after those whose way is known. */
const unknownMetres = 50_000;

function cost({ metres, openCases }: Team): number {
  return (metres ?? unknownMetres) + openCases * metresPerCase;
}

function reasonOf({ metres, openCases }: Team): Bilingual {
  const kilometres = metres === null ? undefined : (metres / 1000).toFixed(1);
  return {
    zh: `${kilometres === undefined ? '距离未知' : `距 ${kilometres} 公里`}，在办 ${openCases} 件`,
    en: `${kilometres === undefined ? 'distance unknown' : `${kilometres} km away`}, ${openCases} open`,
  };
}

/** Nearest and least busy first; equal ones by path, so that the proposal doesn't change from look to look. */
export function rankTeams(teams: readonly Team[], most = 5): readonly Proposal[] {
  return teams
    .toSorted((a, b) => cost(a) - cost(b) || (a.organisation < b.organisation ? -1 : 1))
    .slice(0, most)
    .map((team) => ({ ...team, reason: reasonOf(team) }));
}
