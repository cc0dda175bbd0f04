/** Finds the longest word of a closed set at a place, at the cost of the few words that share its first character. */
export interface Lexicon<T> {
  /** The longest word that starts at the index and ends no later than the limit. */
  at(text: string, index: number, limit: number): { readonly word: string; readonly value: T } | undefined;
}

/** A lexicon of space-separated words, each list with what its words stand for. */
export function lexiconOf<T>(lists: readonly (readonly [value: T, words: string])[]): Lexicon<T> {
  const byFirst = new Map<number, { word: string; value: T }[]>();
  for (const [value, words] of lists) {
    for (const word of words.split(/\s+/u)) {
      if (word === '') continue;
      const sharing = byFirst.get(word.charCodeAt(0));
      if (sharing === undefined) byFirst.set(word.charCodeAt(0), [{ word, value }]);
      else sharing.push({ word, value });
    }
  }
  for (const sharing of byFirst.values()) sharing.sort((a, b) => b.word.length - a.word.length);
  return {
    at(text, index, limit) {
      for (const entry of byFirst.get(text.charCodeAt(index)) ?? []) {
        if (index + entry.word.length <= limit && text.startsWith(entry.word, index)) return entry;
      }
      return undefined;
    },
  };
}

/** Takes words of a list off the front of a phrase, again and again, until none fits or one that is listed as `false` (全市域 is not 全市). */
export function withoutLeading(phrase: string, words: Lexicon<boolean>): string {
  let index = 0;
  for (;;) {
    const found = words.at(phrase, index, phrase.length);
    if (found?.value !== true) return phrase.slice(index);
    index += found.word.length;
  }
}
