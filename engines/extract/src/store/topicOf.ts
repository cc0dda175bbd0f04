import type { Section } from '../reading.ts';
import { themeOf } from '../themes/themeOf.ts';
import type { ThemeCode } from '../themes/themes.ts';

/** A section with the field of government that its title tells of; where only the figures are known, the title itself is not. */
export interface TopicSection extends Section {
  readonly topic: ThemeCode;
}

/** The field of government of a row: what its own words tell, else what the nearest heading above it does. */
export function topicOf(words: string, at: number, sections: readonly TopicSection[]): ThemeCode {
  const own = themeOf(words);
  if (own !== 'general') return own;
  // Sections come in the order of their beginnings, the outer before the inner: the last one that holds the place is the nearest.
  for (let n = lastBegunAt(at, sections); n >= 0; n -= 1) {
    const section = sections[n];
    if (section === undefined) break;
    if (at < section.end && section.topic !== 'general') return section.topic;
    if (at < section.end && section.level === 1) break;
  }
  return 'general';
}

/** The place of the last section that has begun at `at`; -1 where none has. */
function lastBegunAt(at: number, sections: readonly TopicSection[]): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.start ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sections of a reading with their topics; those that have one keep it. */
export function withTopics(sections: readonly (Section & { readonly topic?: ThemeCode })[]): readonly TopicSection[] {
  return sections.map((section) => ({ ...section, topic: section.topic ?? themeOf(section.title) }));
}
