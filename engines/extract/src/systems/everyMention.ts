import type { Span } from '../reading.ts';

/** Shorter names are words of other phrases, too. */
const SHORTEST = 3;
/** So many names with the same first two characters are looked for; a text of made-up names must not cost more than linear time. */
const MOST_ALIKE = 200;
const MOST_OF_ONE = 1_000;

/** All places where the words of each name stand, also where the grammar of the sentence doesn't show them to be a name (清风在线为主题). */
export function everyMention(text: string, names: Iterable<string>): ReadonlyMap<string, readonly Span[]> {
  const starts = new Uint8Array(65_536);
  const byFirstTwo = new Map<number, string[]>();
  const mentions = new Map<string, Span[]>();
  for (const name of names) {
    if (name.length < SHORTEST) continue;
    const key = keyAt(name, 0);
    const alike = byFirstTwo.get(key);
    if (alike === undefined) byFirstTwo.set(key, [name]);
    else if (alike.length < MOST_ALIKE) alike.push(name);
    else continue;
    starts[name.charCodeAt(0)] = 1;
    mentions.set(name, []);
  }
  for (let index = 0; index < text.length - 1; index++) {
    if (starts[text.charCodeAt(index)] !== 1) continue;
    for (const name of byFirstTwo.get(keyAt(text, index)) ?? []) {
      if (!text.startsWith(name, index)) continue;
      const found = mentions.get(name);
      if (found !== undefined && found.length < MOST_OF_ONE) found.push({ start: index, end: index + name.length });
    }
  }
  return mentions;
}

function keyAt(text: string, index: number): number {
  return text.charCodeAt(index) * 65_536 + text.charCodeAt(index + 1);
}
