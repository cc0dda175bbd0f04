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
  const around = sections.filter(({ start, end, topic }) => start <= at && at < end && topic !== 'general');
  return (
    around.reduce<TopicSection | undefined>(
      (nearest, one) => (nearest === undefined || one.level >= nearest.level ? one : nearest),
      undefined,
    )?.topic ?? 'general'
  );
}

/** The sections of a reading with their topics; those that have one keep it. */
export function withTopics(sections: readonly (Section & { readonly topic?: ThemeCode })[]): readonly TopicSection[] {
  return sections.map((section) => ({ ...section, topic: section.topic ?? themeOf(section.title) }));
}
