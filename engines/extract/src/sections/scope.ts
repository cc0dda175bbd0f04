import type { StatementKind } from '../reading.ts';

/** What a heading or a paragraph's opening words say of the time and of whether things were done or are to be done. */
export interface Scope {
  readonly kind: StatementKind | null;
  readonly period: string | null;
}

const done = /回顾|成就|成效|成绩|答卷|完成情况|总结|已经|过去|主要工作情况/;
const toDo = /目标|任务|安排|部署|要求|展望|规划|计划|重点工作|今后|未来|下一步|打算|取向|建议/;
const plan = /[“"]?(?<!第)十([一二三四五六七八])五[”"]?|第十([一二三四五六七八])个五年/;

/** The years of a five-year plan (五年规划): the fourteenth is 2021-2025. */
function planPeriod(ordinal: string): string {
  const first = 2021 + ('一二三四五六七八'.indexOf(ordinal) - 3) * 5;
  return `${String(first)}-${String(first + 4)}`;
}

const aims =
  /^(?:奋力|聚焦|坚持|推动|推进|全力|着力|大力|加快|深入|深化|突出|紧扣|锚定|坚定|全面|扎实|切实|持续|统筹|增强|提升|强化|优化|激发|加强|以更|围绕|努力|不断|积极|更加|牢牢|守牢|用心)/;

/** Whether a heading names a time of its own. */
export const hasTime = (title: string): boolean => /(?:19|20)\d\d年|过去|今后|未来|今年|明年|一年|五年/.test(title);

/**
 * The scope of a part whose heading tells nothing: 四、加强自身建设 goes on promising where the part before it did, and what is called for
 * after the review (二、奋力谱写新篇章) is to be done.
 */
export function carriedScope(title: string, own: Scope, before: Scope | undefined, year: number | null): Scope {
  if (own.kind !== null || before === undefined || done.test(title) || toDo.test(title)) return own;
  if (before.kind === 'target') return before;
  return before.kind === 'fact' && year !== null && aims.test(title) ? { kind: 'target', period: String(year) } : own;
}

/** What a heading such as 一、2021年工作回顾 says, in a report of this year. */
export function scopeOfHeading(title: string, year: number | null): Scope {
  const years = [...title.matchAll(/((?:19|20)\d\d)年/g)].map((found) => Number(found[1]));
  const stated = years[0];
  const isDone = done.test(title);
  const isToDo = toDo.test(title) && !(isDone && !/目标|任务|展望|规划/.test(title));
  // 发展成就和主要目标任务: each paragraph says for itself.
  if (isDone && isToDo) return { kind: null, period: null };
  if (isDone) return { kind: 'fact', period: stated === undefined ? lastYear(title, year) : String(stated) };
  if (isToDo) return { kind: 'target', period: targetPeriod(title, year, stated) };
  if (stated !== undefined && year !== null) return { kind: stated < year ? 'fact' : 'target', period: String(stated) };
  return { kind: null, period: null };
}

function lastYear(title: string, year: number | null): string | null {
  if (year === null) return null;
  if (/过去五年|五年来|本届/.test(title) && !/一年|去年/.test(title)) return `${String(year - 5)}-${String(year - 1)}`;
  return String(year - 1);
}

function targetPeriod(title: string, year: number | null, stated: number | undefined): string | null {
  if (stated !== undefined) return String(stated);
  const named = plan.exec(title);
  const ordinal = named?.[1] ?? named?.[2];
  if (ordinal !== undefined) return planPeriod(ordinal);
  if (year === null) return null;
  return /今后五年|未来五年|本届政府/.test(title) ? `${String(year)}-${String(year + 4)}` : String(year);
}

/** Cues at a paragraph's start that set the scope for it and those after it. */
export function scopeOfOpening(opening: string, year: number | null, section: Scope): Scope | undefined {
  if (year === null) return undefined;
  const fiveDone: Scope = { kind: 'fact', period: `${String(year - 5)}-${String(year - 1)}` };
  if (section.kind !== 'target') {
    if (/(?:^|[。！!，,：:]|经过)(?:过去(?:的)?五年|这五年|五年来|五年接续)/.test(opening)) return fiveDone;
    if (/^(?:各位代表[，,！!。:：]{1,2})?(?:回顾)?(?:一年来|过去的?一年|刚刚过去的|去年|这一年)/.test(opening))
      return lastYearDone(year);
  }
  const stated = Number(/^(?:各位代表[，,！!。:：]{1,2})?((?:19|20)\d\d)年[，,是]/.exec(opening)?.[1]);
  if (stated === year - 1 && section.kind !== 'target') return lastYearDone(year);
  if (section.kind === null && (stated === year || /^(?:今年[，,是]|新的一年)/.test(opening)))
    return { kind: 'target', period: String(year) };
  const named = /^[《“"]?十([一二三四五六七八])五[”"]?(?:时期|期间|以来)/.exec(opening);
  if (named?.[1] !== undefined && section.kind !== 'fact') {
    const period = planPeriod(named[1]);
    const past = Number(period.slice(5)) < year;
    return { kind: past ? 'fact' : 'target', period };
  }
  if (section.kind !== 'fact' && /^.{0,10}(?:今后五年|未来五年)/.test(opening)) {
    return { kind: 'target', period: `${String(year)}-${String(year + 4)}` };
  }
  return undefined;
}

function lastYearDone(year: number): Scope {
  return { kind: 'fact', period: String(year - 1) };
}
