import { say, type Bilingual, type Language, type MessageParams } from '@yiwang/messages';
import { useSettings } from '../settings/settings.ts';
import { words, type Word } from './words.ts';

export interface Speech {
  readonly language: Language;
  /** A word of the console. */
  readonly t: (word: Word, params?: MessageParams) => string;
  /** A text that came from the server in both languages. */
  readonly b: (text: Bilingual) => string;
}

export function speechOf(language: Language): Speech {
  return { language, t: (word, params) => say(words[word], language, params), b: (text) => text[language] };
}

export function useWords(): Speech {
  return speechOf(useSettings().language);
}
