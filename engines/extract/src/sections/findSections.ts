import type { Section, Span } from '../reading.ts';
import { markerOf, paragraphsOf, type Marker } from './paragraphs.ts';
import { plainHeadingOf } from './plainHeading.ts';
import { headOf } from './reportYear.ts';
import { carriedScope, hasTime, scopeOfHeading, scopeOfOpening, type Scope } from './scope.ts';

/** A heading stands in one sentence; more words than these are a paragraph that begins like one. */
const longestHeading = 80;
/** A paragraph's leading sentence (小标题) is short and holds no figure. */
const longestTheme = 32;
const noScope: Scope = { kind: null, period: null };

interface Open {
  path: string;
  level: number;
  title: string;
  start: number;
  heading: Span;
  scope: Scope;
  /** 第一部分 or a heading without a number: 一、 counts within it. */
  plain?: boolean;
}

interface Found extends Marker {
  readonly plain?: boolean;
}

/**
 * The sections of a report in the order of their beginnings: 一、 holds (一), which holds themes (level 3, each one paragraph).
 * What stands before the first heading is no section; a text without any, such as a part of a report, is one.
 */
export function findSections(text: string): Section[] {
  const { year } = headOf(text);
  const sections = sectionsWithin(text, year, []);
  if (sections.some(({ level }) => level === 1)) return sections;
  const whole = { path: '一', level: 1, title: '', start: 0, heading: { start: 0, end: 0 }, scope: noScope };
  return sectionsWithin(text, year, [whole]);
}

function sectionsWithin(text: string, year: number | null, open: Open[]): Section[] {
  const sections: Section[] = [];
  let sticky: Scope | undefined;
  let before: Scope | undefined;
  let unnumbered = 0;
  const closeTo = (level: number, end: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) {
      const closed = open.pop();
      if (closed !== undefined) sections.push(sectionOf(closed, end));
    }
  };
  let end = 0;
  for (const paragraph of paragraphsOf(text)) {
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestHeading + 40));
    const marker = markerIn(words, open) ?? unnumberedMarker(text, paragraph, unnumbered);
    if (marker?.plain === true) unnumbered += 1;
    // 各位代表！ turns to the whole hall again: what (九) headed is over.
    closeTo(marker?.level ?? (words.startsWith('各位代表') ? 2 : 3), end);
    if (marker !== undefined) {
      const heading = headingOf(text, paragraph, marker.length);
      const title = clean(text.slice(heading.start + marker.length, heading.end));
      const parent = marker.level === 1 ? undefined : open.find(({ level }) => level === 1);
      const own = scopeOfHeading(marker.label === '附件' ? text.slice(heading.start, heading.end + 60) : title, year);
      const scope =
        marker.level === 1 ? carriedScope(title, own, before, year) : inherited(parent?.scope ?? noScope, sticky);
      if (marker.level === 1) {
        sticky = undefined;
        before = marker.label === '附件' ? undefined : scope;
      }
      const path = parent === undefined ? marker.label : `${parent.path}/${marker.label}`;
      const plain = marker.plain === true;
      open.push({ path, level: marker.level, title, start: paragraph.start, heading, scope, plain });
      end = paragraph.end;
      if (heading.end >= paragraph.end - 1) continue;
    }
    end = paragraph.end;
    const base = open.find(({ level }) => level === 1)?.scope ?? noScope;
    if (open.length > 0) sticky = scopeOfOpening(words, year, base) ?? sticky;
    const theme = marker === undefined && open.length > 0 ? themeOf(text, paragraph) : undefined;
    const above = open.at(-1);
    if (above === undefined) continue;
    // What follows a heading in its own paragraph is that heading's text; its words are not read twice.
    const start = marker === undefined ? paragraph.start : above.heading.end;
    open.push({
      path: above.path,
      level: 3,
      title: theme === undefined ? '' : clean(text.slice(theme.start, theme.end)),
      start,
      heading: theme ?? { start, end: start },
      scope: inherited(above.scope, sticky),
    });
  }
  closeTo(1, end);
  return sections.sort((a, b) => a.start - b.start || a.level - b.level);
}

/** Within an appendix, 一、 counts its items; within 第一部分 its chapters, unless it heads a time of its own. */
function markerIn(words: string, open: readonly Open[]): Found | undefined {
  const marker = markerOf(words);
  if (marker?.level !== 1 || marker.label === '附件') return marker;
  const within = open[0]?.path === '附件' || (open[0]?.plain === true && !hasTime(/^[^。\n]*/.exec(words)?.[0] ?? ''));
  return within ? { ...marker, level: 2 } : marker;
}

/** A heading without 一、, counted in its place. */
function unnumberedMarker(text: string, { start, end }: Span, count: number): Found | undefined {
  const plain = plainHeadingOf(text.slice(start, Math.min(end, start + longestHeading)));
  if (plain === undefined) return undefined;
  const label = plain.ordinal ?? '一二三四五六七八九十'.charAt(count % 10);
  return { level: 1, label, length: plain.length, plain: true };
}

function inherited(above: Scope, sticky: Scope | undefined): Scope {
  return sticky ?? above;
}

function sectionOf({ path, level, title, start, heading, scope }: Open, end: number): Section {
  return { path, level, title, start, end, heading, kind: scope.kind, period: scope.period };
}

/** The heading's words: the whole line, or its first sentence where text follows it; only the marker where that is a long one. */
function headingOf(text: string, { start, end }: Span, marker: number): Span {
  const limit = Math.min(end, start + longestHeading);
  for (let at = start; at < limit; at += 1) if ('。\n'.includes(text.charAt(at))) return { start, end: at };
  return { start, end: limit < end ? start + marker : end };
}

function themeOf(text: string, { start, end }: Span): Span | undefined {
  const limit = Math.min(end, start + longestTheme);
  // An address to the hall or a look back opens a speech, it heads nothing.
  if (/^(?:各位代表|过去|一年来|今年|回顾|我们|同时|在此)/.test(text.slice(start, start + 4))) return undefined;
  for (let at = start; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '。') return at - start >= 4 ? { start, end: at } : undefined;
    if (/[0-9０-９；：:]/.test(character)) return undefined;
  }
  return undefined;
}

const clean = (words: string): string => words.replaceAll(/[\s\u200b]+/g, '').replace(/[。：:]$/, '');
