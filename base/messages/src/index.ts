/** The two languages that every text for people is written in; zh first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in both languages. `{name}` is replaced by the parameter of that name. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type MessageParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` in the text of one language; a parameter that is not given stays visible as `{name}`. */
export function say(text: Bilingual, language: Language, params: MessageParams = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

/** Chooses zh or en from an HTTP Accept-Language header; zh when neither is asked for. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: Language = 'zh';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').split(',').slice(0, 16)) {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const quality = options.find((option) => option.trim().startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
    const language = languages.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
