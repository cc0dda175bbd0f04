/** Words by their first character (code unit), the longest first. */
export type WordIndex = ReadonlyMap<number, readonly string[]>;

export function indexWords(...lexicons: readonly ReadonlySet<string>[]): WordIndex {
  const index = new Map<number, string[]>();
  for (const word of new Set(lexicons.flatMap((lexicon) => [...lexicon]))) {
    const first = word.charCodeAt(0);
    const words = index.get(first);
    if (words === undefined) index.set(first, [word]);
    else words.push(word);
  }
  for (const words of index.values()) words.sort((a, b) => b.length - a.length);
  return index;
}

/** The longest word that starts at a place; a look at the first character spares most places any comparison. */
export const longestWordAt = (index: WordIndex, clause: string, at: number): string | undefined =>
  index.get(clause.charCodeAt(at))?.find((word) => clause.startsWith(word, at));
