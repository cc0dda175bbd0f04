import type { Section } from '../reading.ts';

/** Where a place stands: the innermost numbered section's path, the theme (小标题) over it, whether it holds targets, and their years. */
export interface Standing {
  readonly section: string;
  readonly theme: string | null;
  readonly kind: 'fact' | 'target' | null;
  readonly period: string | null;
}

/** Answers for places asked in the order of the text: each section is taken up once. */
export function sectionsAt(sections: readonly Section[]): (at: number) => Standing {
  const inOrder = carriedOn(sections.toSorted((a, b) => a.start - b.start || a.level - b.level));
  let next = 0;
  let open: Section[] = [];
  return (at) => {
    for (let section = inOrder[next]; section !== undefined && section.start <= at; section = inOrder[next]) {
      open.push(section);
      next += 1;
    }
    open = open.filter(({ end }) => end > at);
    const deepestFirst = open.toReversed();
    return {
      section: deepestFirst.find(({ path }) => path !== '')?.path ?? '',
      theme: deepestFirst.find(({ level, title }) => level >= 2 && title !== '')?.title ?? null,
      kind: deepestFirst.find(({ kind }) => kind !== null)?.kind ?? null,
      period: deepestFirst.find(({ period }) => period !== null)?.period ?? null,
    };
  };
}

/** A part whose heading tells nothing (四、加强自身建设) goes on promising where the part before it did. */
function carriedOn(sections: readonly Section[]): readonly Section[] {
  let before: Section | undefined;
  let carried: Section | undefined;
  return sections.map((section) => {
    if (section.level === 1) {
      carried =
        section.kind === null && before?.kind === 'target' && !section.path.startsWith('附件') ? before : undefined;
      before = carried ?? section;
    }
    return carried === undefined || section.kind !== null
      ? section
      : { ...section, kind: carried.kind, period: section.period ?? carried.period };
  });
}
