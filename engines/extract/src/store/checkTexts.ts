import { extractFaults as faults } from '../faults.ts';

/** Refuses what the database can't hold: U+0000, and half of a character of two code units. @throws extract.badText */
export function checkTexts(texts: Readonly<Record<string, unknown>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())) throw faults.badText({ field });
  }
}
