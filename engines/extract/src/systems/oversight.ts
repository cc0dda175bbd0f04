import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** How a government is watched: supervision of a kind (法律监督), inspections (督察, 巡视), officials in court, evaluations that somebody outside makes. */
const OVERSIGHT: readonly (readonly [confidence: number, shape: RegExp])[] = [
  [
    0.75,
    /(?:(?:人大|政协|社会|舆论|群众|审计|统计|财会|纪检监察|司法|行政执法|法律|民主|社会和舆论){1,3}监督[、和与]?(?:市|省|区|县)?){1,5}(?=[，,。；”]|$|贯通|机制|协同|作用)/gu,
  ],
  [0.75, /(?:生态环保|生态环境保护|生态环境|环保|安全生产|土地|自然资源)督察/gu],
  [0.7, /(?:巡视|巡察|审计|督查)(?:反馈)?(?:问题|意见)?整改/gu],
  [0.75, /(?:行政机关)?负责人出庭应诉/gu],
  [0.7, /对[^，,。；]{2,14}监督(?=$)/gu],
  [
    0.75,
    /(?:国家|全国|世行|世界银行|全球|中国|全省)[一-龥]{2,10}(?:评价|评估|测评|考评)(?=[，,。；、“”\d]|$|中|排名|第|指标|位|获)/gu,
  ],
  [0.7, /(?:城市|营商环境|社区|乡村|经济|数字)体检(?=[，,。；、”]|$|和|与|评估|试点|工作)/gu],
];

/** What every one of them holds: most clauses are passed by this alone. */
const HOLDS = /监督|督察|整改|应诉|评价|评估|测评|考评|体检/u;

export function* oversight(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  if (!HOLDS.test(words)) return;
  for (const [confidence, shape] of OVERSIGHT) {
    shape.lastIndex = 0;
    for (let found = shape.exec(words); found !== null; found = shape.exec(words)) {
      const name = found[0].replace(/^[和、与]/u, '');
      const start = clause.start + found.index + found[0].length - name.length;
      yield { start, end: start + name.length, category: 'mechanism', confidence };
    }
  }
}
