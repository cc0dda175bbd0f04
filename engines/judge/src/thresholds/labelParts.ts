import type { Bilingual } from '@yiwang/messages';

/** `研发费用（万元） | R&D spend (10k CNY)`: the words in both languages, and the unit, which ends the label in brackets. */
export function labelParts(label: string): { readonly name: Bilingual; readonly unit: string } {
  const [zh = label, en = zh] = label.split(' | ').map((part) => part.trim());
  const parts = [zh, en].map((text) => /^(.*\S)\s*[（(]([^()（）]{1,16})[)）]$/.exec(text));
  const [first, second] = parts;
  return { name: { zh: first?.[1] ?? zh, en: second?.[1] ?? en }, unit: first?.[2] ?? second?.[2] ?? '' };
}
