import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** Things named by being digital, or by being of the future: 数字体征, 智慧电网, 未来乡村. Also listed within a longer name. */
const THINGS: readonly RegExp[] = [
  /(?:数字|数智)(?:体征|孪生城市|孪生|驾驶舱|底座|门牌|身份证?|人民币|档案|专员|管家|新基建)/gu,
  /(?:智慧|数智|智能)(?:电网|水利|水务|海关|港口|航道|机场|口岸|高速|停车|养老院|法院|检务|警务|消防|城管|社区|园区|校园|医院|工地|农场)(?![一-龥]?产业)/gu,
  /(?<=[、“]|^)(?:数智|数字|智慧)[一-龥]{2}(?=[、，,。；”]|$)/gu,
  /未来(?:工厂|社区|乡村|学校|农场|医院|邻里|车间|实验室|市场|景区)/gu,
  /(?:数字|数智|智慧)[一-龥]{0,6}(?:标杆区|样板区|样板[镇村县](?:[（(][镇村乡][)）])?)/gu,
];
/** Digital, and yet a field, an aim or an industry. */
const FIELD =
  /(?:经济|产业|变革|改革|化|政府|社会|中国|时代|技术|制造|办公|物联|汽车|家居|家电|家具|产品|消费|贸易|金融|文化|内容|城市|服务|治理|机器|终端|装备|赋能|转型|出行|医疗|教育|旅游|安防|视觉|素养|赋权|赋智|创意|领域|企业|场景|平台|农业|交通|技能|设备|要素|生活|生态|设施|资产|能力|方式|手段|人才|智能|网络|红利|鸿沟|人文|乡村|养老|物流|广东|融合|健康|阅读|娱乐|治城|治疫)$/u;

/** What a place is certified to be. */
const LABEL = /^未来|标杆区|样板/u;
const HOLDS = /数|智|未来/u;

export function* digitalThings(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  if (!HOLDS.test(words)) return;
  for (const shape of THINGS) {
    shape.lastIndex = 0;
    for (let found = shape.exec(words); found !== null; found = shape.exec(words)) {
      if (!found[0].startsWith('未来') && FIELD.test(found[0])) continue;
      const start = clause.start + found.index;
      const category = LABEL.test(found[0]) ? 'list' : 'application';
      yield { start, end: start + found[0].length, category, confidence: 0.7, part: true };
    }
  }
}
