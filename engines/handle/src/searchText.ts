/** Pairs of neighbouring characters, lower case: what a case is found by, two characters of Chinese included. */
export function bigrams(text: string): string[] {
  const characters = Array.from(text.normalize('NFKC').toLowerCase()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return [...new Set(characters.slice(0, -1).map((one, at) => one + (characters[at + 1] ?? '')))];
}
