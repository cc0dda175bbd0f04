import type { Mark } from './marks/mark.ts';

/** Values side by side with nothing but 、 or 和 between (分别), also where the mark between them was lost. */
export function groupFrom(text: string, marks: readonly Mark[], index: number): Mark[] {
  const first = marks[index];
  if (first === undefined) return [];
  const group = [first];
  // 分别排名全市第7和第4
  const ranked = first.role === 'rank' && /分别/.test(text.slice(Math.max(0, first.start - 12), first.start));
  if (first.role !== 'value' && first.until === undefined && !ranked) return group;
  for (let next = marks[index + 1]; next !== undefined; next = marks[index + group.length]) {
    const last = group.at(-1) ?? first;
    const between = text.slice(last.end, next.start);
    if (next.role !== first.role || !/^(?:、|和|与|及|以及|，)?(?:每[人月年户亩天](?:每[月年天])?)?$/.test(between))
      break;
    if (between === '，' && !/分别/.test(text.slice(Math.max(0, first.start - 12), first.start))) break;
    group.push(next);
  }
  return group;
}
