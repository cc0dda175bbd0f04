import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** Names put together with plus signs: 数字门牌+网格+热线. Numbers with measures (3+30个试点) are quantities. */
const PLUS = /[+＋]/u;
/** What the compound may still have as its head after the last part. */
const TAIL = /(?:创新联合体|联合体|体系|机制|模式|平台|行动|工程|计划|改革)$/u;
const PART_END =
  /[、”’的和与]|核心场景|场景|叠加|效应|效果|融合|建设|改革|作业|新|联动|试点|项目|协同|深度|赋能|应用|等|助推|促/u;
const DIGITS_ONLY = /^[\d０-９]*$/u;

export function* plusNames(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  if (!PLUS.test(words)) return;
  const first = words.search(PLUS);
  let from = clause.start;
  for (const cut of clause.cuts) if (cut.at <= clause.start + first) from = cut.at;
  for (const at of [...clause.particles, ...clause.quotes, ...clause.pauses, ...clause.joints]) {
    if (at < clause.start + first && at >= from) from = at + 1;
  }
  const last = Math.max(words.lastIndexOf('+'), words.lastIndexOf('＋'));
  const tail = words.slice(last + 1);
  const stop = tail.search(PART_END);
  const headed = clause.heads.find((head) => head.start >= clause.start + last && head.end <= clause.start + last + 16);
  let end = clause.start + last + 1 + (stop < 0 ? tail.length : stop);
  if (headed !== undefined && headed.end <= end) end = headed.end;
  const compound = text.slice(from, end);
  const parts = compound.split(PLUS);
  if (parts.some((part) => part === '' || part.length > 16 || DIGITS_ONLY.test(part))) return;
  const systemic = /大脑|工厂|网格|平台|码|系统/u.test(compound) || TAIL.test(compound);
  if (parts.length < 3 && !systemic) return;
  if (/效应|^区$/u.test(tail.slice(0, 12))) return;
  yield { start: from, end, category: 'mechanism', confidence: 0.7 };
}
