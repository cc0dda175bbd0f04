import type { SystemCategory } from '../reading.ts';
import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/**
 * Names by their shape, such as officials make them: one X, one Y (一河一策); one net, all done (一网通办); N merged into one (多规合一);
 * at most one visit (最多跑一次). Every shape has a fixed length or a short bound, so a line is read in linear time.
 */
const SHAPES: readonly (readonly [category: SystemCategory, confidence: number, shape: RegExp])[] = [
  [
    'network',
    0.95,
    /一[网屏键码证窗站图库表单章链端门卡][通统协智集][办管览享用治监析查联][一-龥]?(?=[^一-龥]|和|与|能|等|改|平|系|模|首|服|应|首|的|$)|一[网屏键码证窗站图库表单章链端门卡](?:监督|感知|共享|交易|直达|通办|通享|协同|调度|受理|办理|服务|办成|慧治|智治|共治)/gu,
  ],
  [
    'mechanism',
    0.85,
    /一([一-龥])一(?:策|案|档|码|方案|品|证|表|单|专班|链|网|计划|方|图|评|测|员|岗|组|书|题|评估|团队|业|照|格|议|报)(?![一-龥]?体)/gu,
  ],
  ['mechanism', 0.85, /[多两三四五六七八九十][一-龥]合一/gu],
  ['mechanism', 0.9, /最多(?:跑|找|报|等|问|查)[一1][次地窗处]/gu],
  ['mechanism', 0.9, /(?:高效)?办成一件事|(?:政务服务|出生|企业|开办|退休|关键小事)?“一件事”/gu],
  ['mechanism', 0.85, /[两三四五]权分置/gu],
  ['mechanism', 0.85, /[亩楼企项效能地产]均(?:效益)?论英雄|以亩产论英雄/gu],
  ['mechanism', 0.85, /揭榜挂帅|赛马争先|军令状制|包干到人/gu],
  [
    'mechanism',
    0.85,
    /(?:一照多址|一址多照|证照分离|告知承诺制?|容缺受理|容缺办理|联合验收|联审联批|并联审批|极简审批|免申即享|接诉即办|未诉先办|直达快享|即申即享|掌上办|网上办|就近办|帮办代办|跨省通办|无感监管|无事不扰|首违不罚|免罚清单|扫码入企|综合查一次|双随机、一公开|拿地即开工|用地清单制|标准地|先用后转|先租后让|工业上楼|首席质量官)/gu,
  ],
  ['mechanism', 0.8, /[三四五六七八九十](?:水|气|废|治|网|链)(?:共治|融合|统筹)/gu],
  ['mechanism', 0.8, /[两三四五六七八九十][快大][一-龥]{2}(?=[,，。；;、”]|$)/gu],
  ['mechanism', 0.8, /一[张把根盘竿](?:[一-龥]{1,2})[一-龥]到底/gu],
  ['framework', 0.85, /(?:民生)?[“]?[三四五六七八九十]优享[”]?/gu],
  ['framework', 0.85, /(?:\d{1,3}|[一二三四五六七八九十半]{1,3})(?:分钟|小时|刻钟|公里)[一-龥]{2,10}?圈/gu],
  ['programme', 0.7, /[三四五六七八九]([一-龥])[三四五六七八九]([一-龥])(?:[三四五六七八九][一-龥])+/gu],
  ['code', 0.85, /[一-龥]{0,4}[三四五]色码/gu],
  ['mechanism', 0.8, /零[一-龥]{2}(?:[、”“]{1,3}零[一-龥]{2}){2,}/gu],
  ['programme', 0.75, /无[废疫诈毒讼访][一-龥]{2}(?=建设|创建|[，,。、；]|$)/gu],
  [
    'platform',
    0.9,
    /浙里办|浙政钉|随申办|随申码|粤省事|粤商通|粤政易|皖事通|赣服通|渝快办|渝快政|闽政通|苏服办|爱山东|秦务员|辽事通|吉事办|鄂汇办|豫事办|津心办|蒙速办|陇政钉|甘快办|冀时办|国务院客户端/gu,
  ],
];

/** Abbreviations that look like a shape and name no system. */
const NO_SYSTEM =
  /^[两三四五六七八九十]大(?:差距|领域|原则|动力|目标|任务|攻坚|战略|会|功能|方面|高地|中心|产业|平台|世界|生态|空间|优势|矛盾|会战|工程|行动|机制|体系|建设|行业|名片|理念|国际|历史|文化|基地|发展|结构|红利|指标|重点|会议)/u;

export function* idioms(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  for (const [category, confidence, shape] of SHAPES) {
    shape.lastIndex = 0;
    for (let found = shape.exec(words); found !== null; found = shape.exec(words)) {
      if (NO_SYSTEM.test(found[0])) continue;
      const start = clause.start + found.index;
      yield { start, end: start + found[0].length, category, confidence };
    }
  }
}
