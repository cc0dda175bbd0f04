import type { Predicate } from './predicate.ts';

const outcome = /(?:持续|不断|进一步|更加|稳步|明显|显著|大幅|逐步|有序|基本|全部|全面|率先)+$/u;
const results = [
  '建成投用', '投入使用', '投入运营', '建成', '投用', '开工', '完工', '竣工', '通车', '启用', '开通', '开业', '落地', '缩小', '下降', '降低', '提升', '提高', '增强', '改善', '优化', '达到', '转变', '保持', '稳定', '增长', '好转', '见效', '投产',
] as const; // prettier-ignore

/** 作风转变, 城乡差距持续缩小: a subject and what becomes of it. */
export function readOutcome(clause: string, expectsOutcome: boolean): Predicate | undefined {
  for (const result of results) {
    const at = clause.lastIndexOf(result);
    if (at < 2) continue;
    const isLast = at + result.length === clause.length;
    const lead = outcome.exec(clause.slice(0, at));
    const urged = /^(?:力促|确保|力争|推动)/u.exec(clause);
    const deliverable = isLast && /^(?:建成|投|开|完|竣|通|启)/u.test(result);
    if (!(deliverable || (urged !== null && isLast) || (expectsOutcome && (lead !== null || result === '达到'))))
      continue;
    const modifier = urged?.[0] ?? lead?.[0] ?? '';
    const object = clause.slice(urged?.[0].length ?? 0, lead === null ? at : at - lead[0].length);
    return { verb: result, object, modifier, confidence: 0.6 };
  }
  return undefined;
}
