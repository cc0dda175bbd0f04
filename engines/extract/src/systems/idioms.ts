import type { SystemCategory } from '../reading.ts';
import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

interface Shape {
  readonly category: SystemCategory;
  readonly confidence: number;
  /** Words that every name of the shape holds, so that most clauses are passed without a look at the shape. */
  readonly holds: string;
  readonly shape: RegExp;
}

/**
 * Names by their shape, such as officials make them: one X, one Y (一河一策); one net, all done (一网通办); N merged into one (多规合一);
 * at most one visit (最多跑一次). Every shape has a fixed length or a short bound, so a clause is read in linear time.
 */
const SHAPES: readonly Shape[] = [
  {
    category: 'network',
    confidence: 0.95,
    holds: '一',
    shape:
      /一[网屏键码证窗站图库表单章链端门卡城](?:[通统协智集][办管览享用治监析查联](?=[^一-龥]|和|与|能|等|改|平|系|模|首|服|应|的|$)|监督|感知|共享|交易|直达|协同|调度|受理|办理|服务|办成|慧治|共治|流转|互联|回应|响应|直通|直享|治理|管控)/gu,
  },
  {
    category: 'mechanism',
    confidence: 0.85,
    holds: '一',
    shape:
      /一[一-龥]一(?:策|案|档|码|方案|品|证|表|单|专班|链|网|计划|方|图|评|测|员|岗|组|书|题|团队|业|照|格|议|报)(?![一-龥]?体)/gu,
  },
  { category: 'mechanism', confidence: 0.85, holds: '合一', shape: /[多两三四五六七八九十][一-龥]合一/gu },
  { category: 'mechanism', confidence: 0.9, holds: '最多', shape: /最多(?:跑|找|报|等|问|查)[一1][次地窗处]/gu },
  { category: 'mechanism', confidence: 0.9, holds: '一件事', shape: /(?:高效)?办成一件事|“一件事”/gu },
  { category: 'mechanism', confidence: 0.85, holds: '权分置', shape: /[两三四五]权分置/gu },
  { category: 'mechanism', confidence: 0.85, holds: '论英雄', shape: /[一-龥]均(?:效益)?论英雄|以亩产论英雄/gu },
  { category: 'mechanism', confidence: 0.8, holds: '共治', shape: /[三四五六七八九十][一-龥]共治/gu },
  { category: 'mechanism', confidence: 0.8, holds: '融合', shape: /[三四五六七八九十][一-龥]融合/gu },
  { category: 'mechanism', confidence: 0.8, holds: '快', shape: /[两三四五六七八九十]快[一-龥]{2}(?=[、”]|$)/gu },
  { category: 'mechanism', confidence: 0.8, holds: '大', shape: /[三四五六七八九十]大机制(?=[、”]|$)/gu },
  { category: 'mechanism', confidence: 0.8, holds: '到底', shape: /一[张把根盘竿](?!蓝图)[一-龥]{1,2}[一-龥]到底/gu },
  { category: 'framework', confidence: 0.85, holds: '优享', shape: /(?:民生)?“?[三四五六七八九十]优享”?/gu },
  {
    category: 'framework',
    confidence: 0.85,
    holds: '圈',
    shape: /(?:\d{1,3}|[一二三四五六七八九十半]{1,3})(?:分钟|小时|刻钟|公里)[一-龥]{2,10}?圈/gu,
  },
  {
    category: 'programme',
    confidence: 0.7,
    holds: '三',
    shape: /三[一-龥]三[一-龥](?:三[一-龥]){1,3}/gu,
  },
  { category: 'code', confidence: 0.85, holds: '色码', shape: /[一-龥]{0,4}[三四五]色码/gu },
  { category: 'mechanism', confidence: 0.8, holds: '零', shape: /零[一-龥]{2}(?:[、”“]{1,3}零[一-龥]{2}){2,9}/gu },
  {
    category: 'programme',
    confidence: 0.75,
    holds: '无',
    shape: /无(?:[废疫诈毒讼访][一-龥]{2}|证明城市)(?=建设|创建|[、”]|$)/gu,
  },
  {
    category: 'mechanism',
    confidence: 0.85,
    holds: '办',
    shape: /(?:掌上|网上|就近|跨省通|未诉先|接诉即|即申即|免申即|帮办代)办(?![理公学事])/gu,
  },
  {
    category: 'platform',
    confidence: 0.7,
    holds: '”',
    shape: /(?<=“)[一-龥]{1,3}(?:[一-龥]云|[^联互畅直相交流贯沟开普卡]通|[^业应新值金才态全条]链)(?=”)/gu,
  },
  {
    category: 'platform',
    confidence: 0.8,
    holds: '云',
    shape: /(?:政务|工业|教育|健康|城市|医疗|企业)云(?![一-龥]?[计端])/gu,
  },
  { category: 'mechanism', confidence: 0.75, holds: '办”', shape: /(?<=“)[一-龥]{2,3}办(?=”)/gu },
  { category: 'mechanism', confidence: 0.7, holds: '联动”', shape: /(?<=“)[三四五六七八九][一-龥]联动(?=”)/gu },
  { category: 'mechanism', confidence: 0.85, holds: '享', shape: /(?:免申即|直达快|即申即)享/gu },
  {
    category: 'mechanism',
    confidence: 0.85,
    holds: '审',
    shape: /联审联批|并联审批|极简审批/gu,
  },
  {
    category: 'mechanism',
    confidence: 0.85,
    holds: '联合验收',
    shape: /[一-龥]{0,2}联合验收/gu,
  },
];

/** Ways of administration that go by a name of their own all over the country, and the provinces' service platforms. */
const KNOWN: readonly (readonly [category: SystemCategory, words: RegExp])[] = [
  [
    'mechanism',
    /互联网[+＋](?:监管|政务服务|督查|明厨亮灶)|一照多址|一址多照|证照分离|告知承诺|容缺受理|容缺办理|无感监管|无事不扰|首违不罚|扫码入企|综合查一次|双随机、一公开|拿地即开工|标准地|揭榜挂帅|好差评|包容审慎监管|赛马争先/gu,
  ],
  [
    'platform',
    /单一窗口|浙里办|浙政钉|随申办|随申码|粤省事|粤商通|粤政易|皖事通|赣服通|渝快办|渝快政|闽政通|苏服办|爱山东|秦务员|辽事通|吉事办|鄂汇办|豫事办|津心办|蒙速办|陇政钉|甘快办|冀时办/gu,
  ],
];

export function* idioms(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  for (const [category, known] of KNOWN) yield* matches(words, clause.start, known, category, 0.85);
  for (const { category, confidence, holds, shape } of SHAPES) {
    if (words.includes(holds)) yield* matches(words, clause.start, shape, category, confidence);
  }
}

function* matches(
  words: string,
  from: number,
  shape: RegExp,
  category: SystemCategory,
  confidence: number,
): Generator<Candidate> {
  shape.lastIndex = 0;
  for (let found = shape.exec(words); found !== null; found = shape.exec(words)) {
    const start = from + found.index;
    yield { start, end: start + found[0].length, category, confidence };
  }
}
