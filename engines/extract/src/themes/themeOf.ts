import { themeTerms } from './themeTerms.ts';
import type { ThemeCode } from './themes.ts';

/** More words than this of a row or a heading tell nothing new. */
const LONGEST_READ = 2_000;

/**
 * The field of government (主题) that words tell of: a heading, a metric, a task's object, or several of them put together. The field whose
 * general terms weigh most; of two that weigh the same the one named last, since what comes last in a Chinese phrase is what it is about.
 */
export function themeOf(words: string): ThemeCode {
  const weights = new Map<ThemeCode, number>();
  let best: ThemeCode = 'general';
  const limit = Math.min(words.length, LONGEST_READ);
  let index = 0;
  while (index < limit) {
    const term = themeTerms.at(words, index, limit);
    if (term === undefined) {
      index++;
      continue;
    }
    index += term.word.length;
    const { theme, weight } = term.value;
    if (theme === null) continue;
    weights.set(theme, (weights.get(theme) ?? 0) + weight);
    if ((weights.get(theme) ?? 0) >= (weights.get(best) ?? 0)) best = theme;
  }
  return best;
}
