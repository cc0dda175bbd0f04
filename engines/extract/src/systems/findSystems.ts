import type { NamedSystem, Section, Span, SystemCategory } from '../reading.ts';
import { clausesOf, paragraphsOf } from './clauses.ts';
import { everyMention } from './everyMention.ts';
import { digitalThings } from './digitalThings.ts';
import type { Candidate } from './headedNames.ts';
import { headedNames } from './headedNames.ts';
import { idioms } from './idioms.ts';
import { namesPerson } from './namesPerson.ts';
import { oversight } from './oversight.ts';
import { plusNames } from './plusNames.ts';
import { quotedNames } from './quotedNames.ts';
import { rankings } from './rankings.ts';
import { readClause } from './readClause.ts';

interface Found {
  readonly name: string;
  readonly category: SystemCategory;
  readonly section: string;
  readonly span: Span;
  readonly mentions: Span[];
  readonly confidence: number;
  readonly withinOther: boolean;
}

/** A text of names only must not fill the memory: beyond this many no new one is listed. */
const MOST_SYSTEMS = 20_000;
const MOST_MENTIONS = 1_000;
/** A clause beyond this length has no marks (a table, a file of another kind) and names nothing. */
const LONGEST_CLAUSE = 400;

/**
 * The named systems of a report: networks, platforms, mechanisms, frameworks, programmes, indices, lists. Each once, where it is first
 * named, with all places that name it in the same words (quotes aside). Linear in the text's length.
 */
export function* findSystems(text: string, sections: readonly Section[]): Generator<NamedSystem> {
  const byName = new Map<string, Found>();
  const sectionAt = sectionsInOrder(sections);
  for (const paragraph of paragraphsOf(text)) {
    for (const span of clausesOf(text, paragraph.start, paragraph.end)) {
      if (span.end - span.start > LONGEST_CLAUSE || span.end - span.start < 2) continue;
      for (const { within, ...candidate } of namesIn(text, span)) {
        const name = candidate.name ?? nameAsWritten(text, candidate);
        if (name.length < 2 || namesPerson(name)) continue;
        const key = name.replace(/[“”"]/gu, '');
        const mention = { start: candidate.start, end: candidate.end };
        const known = byName.get(key);
        if (known === undefined) {
          if (byName.size < MOST_SYSTEMS)
            byName.set(key, {
              name,
              category: candidate.category,
              section: sectionAt(candidate.start),
              span: mention,
              mentions: [mention],
              confidence: candidate.confidence,
              withinOther: within,
            });
        } else {
          if (known.mentions.length < MOST_MENTIONS) known.mentions.push(mention);
          // A part of a longer name is where it is mentioned, not where it is named, as soon as it also stands by itself.
          if (known.withinOther && !within)
            byName.set(key, { ...known, span: mention, section: sectionAt(candidate.start), withinOther: false });
        }
      }
    }
  }
  const verbatim = everyMention(text, byName.keys());
  let number = 0;
  for (const [key, { withinOther: _, ...found }] of byName) {
    yield { id: `y${++number}`, ...found, mentions: together(found.mentions, verbatim.get(key) ?? []) };
  }
}

/** The mentions that the grammar shows and those that only the words show, in the order of the text; of two that overlap the former. */
function together(shown: readonly Span[], verbatim: readonly Span[]): readonly Span[] {
  const mentions = [...shown];
  let next = 0;
  for (const each of verbatim) {
    while ((shown[next]?.end ?? Infinity) <= each.start) next++;
    if ((shown[next]?.start ?? Infinity) >= each.end) mentions.push(each);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The names of one clause in the order of the text; a name within a longer one only where it also is known by itself. */
function namesIn(text: string, span: Span): readonly (Candidate & { readonly within: boolean })[] {
  const clause = readClause(text, span.start, span.end);
  const all = [
    ...plusNames(text, clause),
    ...headedNames(text, clause),
    ...quotedNames(text, clause),
    ...idioms(text, clause),
    ...rankings(text, clause),
    ...oversight(text, clause),
    ...digitalThings(text, clause),
  ];
  const kept: (Candidate & { within: boolean })[] = [];
  for (const each of all.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const over = kept.filter((other) => other.start < each.end && each.start < other.end);
    if (over.length === 0 || each.part === true) kept.push({ ...each, within: over.length > 0 });
  }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The words of the name, without quotes that enclose it whole or that lost their pair. */
function nameAsWritten(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  const opening = words.split('“').length;
  const closing = words.split('”').length;
  if (opening !== closing) return words.replace(/[“”]/gu, '');
  return opening === 2 && words.startsWith('“') && words.endsWith('”') ? words.slice(1, -1) : words;
}

/** The path of the innermost section at an index; indices are asked in rising order, so each section is passed once. */
function sectionsInOrder(sections: readonly Section[]): (index: number) => string {
  const ordered = sections.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let within: Section[] = [];
  return (index) => {
    for (let section = ordered[next]; section !== undefined && section.start <= index; section = ordered[next]) {
      within.push(section);
      next++;
    }
    within = within.filter((section) => section.end > index);
    return within.at(-1)?.path ?? '';
  };
}
