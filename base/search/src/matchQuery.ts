import { runsOf } from './bigrams.ts';

export interface SearchColumns {
  /** `text[]` column that holds `bigrams(text)`, with a GIN index; written by the programmer. */
  readonly grams: string;
  /** Expression of the text itself, to check that the pairs stand in a row; left out, a match of all pairs is enough. */
  readonly text?: string;
}

export interface Match {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * A condition that every run of the query stands in the text somewhere. Parameters are numbered from `firstParam`. An empty
 * query matches everything.
 */
export function matchQuery(query: string, { grams, text }: SearchColumns, firstParam: number): Match {
  const runs = [...new Set(runsOf(query))].slice(0, 20);
  if (runs.length === 0) return { sql: 'TRUE', values: [] };
  const wanted = new Set<string>();
  for (const run of runs) {
    const characters = Array.from(run);
    if (characters.length === 1) wanted.add(run);
    else
      for (let index = 0; index + 1 < characters.length; index++)
        wanted.add(`${characters[index]}${characters[index + 1]}`);
  }
  const has = `${grams} @> $${firstParam}::text[]`;
  if (text === undefined) return { sql: has, values: [[...wanted]] };
  // The runs hold letters and digits alone, so nothing in them means anything to LIKE.
  const patterns = runs.map((run) => `%${run}%`);
  return {
    sql: `(${has} AND lower(normalize(${text}, NFKC)) LIKE ALL ($${firstParam + 1}::text[]))`,
    values: [[...wanted], patterns],
  };
}
