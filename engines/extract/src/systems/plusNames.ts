import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** Names put together with plus signs: 数字门牌+网格+热线. Numbers with measures (3+30个试点) are quantities. */
const PLUS = /[+＋]/u;
/** Where the last part ends, if no head noun ends it. */
const PART_END =
  /[、的和与]|核心场景|场景|叠加|效应|效果|融合|建设|改革|作业|新|联动|试点|项目|协同|深度|赋能|应用|等|助推|促/u;
const SYSTEMIC = /大脑|工厂|网格|平台|码|系统/u;
const EFFECT = /效应|效果/u;
const DIGITS_ONLY = /^[\d０-９]*$/u;
const LONGEST_PART = 16;

export function* plusNames(text: string, clause: Clause): Generator<Candidate> {
  if (!PLUS.test(text.slice(clause.start, clause.end))) return;
  let from = clause.start;
  for (const quote of [...clause.quotes, clause.end]) {
    yield* plusNameIn(text, clause, from, quote);
    from = quote + 1;
  }
}

/** The compound of a stretch without quotes. */
function* plusNameIn(text: string, clause: Clause, from: number, to: number): Generator<Candidate> {
  const words = text.slice(from, to);
  const first = from + words.search(PLUS);
  if (first < from) return;
  const last = from + Math.max(words.lastIndexOf('+'), words.lastIndexOf('＋'));
  const before = [
    ...clause.cuts.map((cut) => cut.at),
    ...[...clause.particles, ...clause.pauses, ...clause.joints].map((at) => at + 1),
  ];
  const start = Math.max(from, ...before.filter((at) => at > from && at <= first));
  const stop = text.slice(last + 1, to).search(PART_END);
  const head = clause.heads.find((each) => each.start > last && each.end <= Math.min(to, last + LONGEST_PART + 4));
  const stopped = stop < 0 ? to : last + 1 + stop;
  const end = head !== undefined && head.end <= stopped ? head.end : stopped;
  const parts = text.slice(start, end).split(PLUS);
  if (parts.some((part) => part === '' || part.length > LONGEST_PART || DIGITS_ONLY.test(part))) return;
  if (EFFECT.test(text.slice(last + 1, Math.min(to + 4, last + 14)))) return;
  const headed = head?.end === end ? head.kind.category : undefined;
  if (parts.length < 3 && headed === undefined && !SYSTEMIC.test(text.slice(start, end))) return;
  yield { start, end, category: headed ?? 'mechanism', confidence: 0.7 };
}
