/** Longest text in UTF-16 units; deepest nesting of one expression. */
export const maxTextLength = 65_536;
export const maxNesting = 200;
/** Most words, numbers, texts and signs of one expression. */
export const maxTokens = 4000;
