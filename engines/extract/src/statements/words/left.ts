import { decline, emptyVerbs, growth, manner } from './lexicon.ts';

/** What the words before a value say of it, and the words of its metric that are left. */
export interface Left {
  /** The metric's words as they stand; empty where they are to be carried over. */
  readonly subject: string;
  /** 增长, 下降: the verb of change next to the value. */
  readonly trend?: 'growth' | 'decline';
  /** 至, 到, 达: the value is where it ended, not by how much it moved. */
  readonly reached: boolean;
  readonly annualised: boolean;
  readonly distributed: boolean;
  readonly cumulative: boolean;
  /** 占GDP比重 and the like are left in the subject. */
  readonly baseline?: string;
  readonly modality?: string;
  /** The verb with which the clause begins, such as 引进; carried over to items that have none. */
  readonly verb: string;
  /** That verb says no more than that there is something now (新增, 建成). */
  readonly emptyVerb: boolean;
}

const cueTail =
  /(?:(?:是|为|相当于)(?:(?:19|20)\d\d年[末底初]?|上年|去年|五年前|十年前|[“"]?十[一二三四五六七八]五[”"]?末?)的|设定|奋斗目标|冲刺|不低于|不少于|不小于|不超过|不高于|不大于|不多于|至少|至多|控制在|稳定在|保持在|维持在|保持|超过|突破|高于|大于|多于|低于|少于|不足|达到|将近|接近|大约|平均|上升至|上升到|提升至|提升到|下降至|下降到|增至|降至|升至|增到|降到|升到|降为|增为|(?<![压缩削锐核])减至|(?<![压缩削锐核])减到|每[千万百]?[人月年户亩天](?:每[月年天])?|合计|总计|共计|首次|再次|一举|力争|拟按|拟安排|安排|超|逾|达|约|近|破|过|为|是|至|到|了|共|各|(?<![平年月日])均|已|将|就|也|拟|仅|有|从|由|在|跃上|迈上|跨越|站上|实现|迈入|设置|折合|约合|：|“|”|按|以|不|或|连续)$/;
const trendTail =
  /(?:(?<=(?:上年|去年|上一年|同期)净?)[多少]|比增|增长|提高|(?<!改造|整治|治理)提升|上升|上涨|扩大|增加|下降|降低|减少|回落|压减|压缩|缩短|缩小|缩减|精简|削减|压降|下调|递增|提速|收窄|延长|减量|核减|攀升|上升至|上升到|提升至|提升到|下降至|下降到|增至|降至|升至|增幅|涨幅|降幅|增速|跃升|前移|翻|再降|降)$/;
const mannerTail =
  /(?:年均|平均|分别|累计|实际|名义|同比|环比|总体|合计|进一步|持续|继续|稳步|连续|净|再|又|新|月均|日均|大幅|接连|完成|新增|净增|(?:[一二三四五六七八九十两]|[0-9]{1,2})年(?:来|间)?|快速|平稳|预期|预计|平均每年|每年|全年|可比价)$/;
const baselineTail =
  /[，、]?(?:较|比|相比|与)((?:上年|去年|上一年|前[一二三四五六七八九两几0-9]年|(?:19|20)\d\d年|[“"]?十[一二三四五六七八]五[”"]?|全国|全省|全市|同期|往年|年初|原来|原|五年前|[一二三四五六七八九十]年前)[^，。；、]{0,8}?)(?:相比)?$/;

/** 剔除甲因素, and 由26:31:43调整为: what was left out, and what it was. */
const aside =
  /(?:剔除|扣除)[^，。；、]{2,20}因素(?:影响)?后?|[由从][^，。；、由从]{0,10}[0-9][0-9.]*[:：∶][0-9.:：∶]+[^，。；、0-9]{0,6}(?=[为到至]$)/;

/** Reads the words between the last boundary and a value from their end to their beginning. */
export function readLeft(words: string): Left {
  let rest = words.replaceAll(/[\s\u200b]/g, '').replace(aside, '');
  let trend: Left['trend'];
  let reached = false;
  let annualised = false;
  let distributed = false;
  let cumulative = false;
  let baseline: string | undefined;
  for (;;) {
    const tail = (cueTail.exec(rest) ?? trendTail.exec(rest) ?? baselineTail.exec(rest) ?? mannerTail.exec(rest))?.[0];
    if (tail === undefined || tail === '') break;
    const before = rest.slice(0, rest.length - tail.length);
    if (baselineTail.test(tail)) baseline = baselineTail.exec(tail)?.[1];
    else if (trendTail.test(tail) || /^[多少]$/.test(tail)) {
      // 涨幅控制在3%: what was reached is a rate.
      if (/[增涨降]幅|增速/.test(tail)) reached = false;
      // 服务 in 新增就业 is a noun: a trend stands at the end of what it moves, and something stands before it, or the clause begins with it.
      trend ??=
        growth.test(tail) || /^多$|提高|提升|扩大|增加|跃升|前移|翻|延长|增至|升至/.test(tail)
          ? 'growth'
          : decline.test(tail)
            ? 'decline'
            : 'decline';
    } else if (/^(?:年均|平均每年|每年)$/.test(tail)) annualised = true;
    else if (tail === '分别') distributed = true;
    else if (tail === '累计') cumulative = true;
    else if (/^(?:增至|(?:下降|降)[至到]|(?:上升|提升|升)[至到]|增到|降为|增为|减至|减到)$/.test(tail)) {
      reached = true;
      trend ??= /^[增升上提]/.test(tail) ? 'growth' : 'decline';
    } else if (trend === undefined && /^(?:至|到|达到|达|为|在|稳定在|保持在|控制在)$/.test(tail)) reached = true;
    if (/至$|到$/.test(tail)) reached = true;
    rest = before;
  }
  const front = readFront(rest);
  return {
    subject: front.subject,
    ...(trend === undefined ? {} : { trend }),
    reached,
    annualised: annualised || /年均(?:分别|实际)?(?:增长|增速|增幅|增加|下降|递增|提高|新增)/.test(words),
    distributed: distributed || /分别/.test(words),
    cumulative: cumulative || /累计/.test(words),
    ...(baseline === undefined ? {} : { baseline }),
    ...(front.modality === undefined ? {} : { modality: front.modality }),
    verb: front.verb,
    emptyVerb: front.emptyVerb,
  };
}

const frontManner = new RegExp(`^(?:${manner})(?=.)`);
const frontEmpty = new RegExp(`^(?:${emptyVerbs})(?=.)`);
const frontEmptyAlone = new RegExp(`^(?:${emptyVerbs})$`);
const mannerAlone = /^(?:一次性|高标准|高质量|高水平|高品质|全面|圆满|如期|顺利|超额)$/;
const leadIn =
  /^(?:自|到|至)?(?:19|20)\d\d年(?:以来|底|末)?|^(?:到|至)[^，、]{0,6}(?:底|末)|^[0-9]{0,2}[月年][底末初]?前|^(?:为|使|让|对|向|把(?!握)|给|于|从|将)(?=[一-龥]{2})|^在[^，、]{2,8}?(?:中|上|下|方面)(?=[一-龥]{2})|^[“”]?十[一二三四五六七八]五[“”]?(?:以来|期间|时期)|^(?:主要表现在|包括|具体是|即|如|以及|和|与|及|并|而|且|、|，|：|:|”|“|等|的)|^(?:[一二三四五六七八九十]{1,2}是)/;
const modalityWords = /^(?:力争|确保|争取|努力|保证|必须|力促|拟)/;

interface Front {
  readonly subject: string;
  readonly verb: string;
  readonly emptyVerb: boolean;
  readonly modality?: string;
}

/** Takes modality, manner and empty verbs off the front. */
function readFront(words: string): Front {
  let rest = words;
  let modality: string | undefined;
  let emptyVerb = false;
  for (;;) {
    modality ??= modalityWords.exec(rest)?.[0];
    const alone = frontEmptyAlone.exec(rest) ?? mannerAlone.exec(rest);
    if (alone !== null)
      return { subject: '', verb: alone[0], emptyVerb: true, ...(modality === undefined ? {} : { modality }) };
    const found = leadIn.exec(rest) ?? frontEmpty.exec(rest) ?? frontManner.exec(rest);
    if (found === null) break;
    // 实际利用外资, 建设用地, 平均浓度: the word belongs to the noun where little else is left.
    if (rest.length - found[0].length < 2) break;
    if (frontEmpty.test(rest)) emptyVerb = true;
    rest = rest.slice(found[0].length);
  }
  return { subject: rest, verb: verbAtFront(rest), emptyVerb, ...(modality === undefined ? {} : { modality }) };
}

const contentVerb =
  /^(?:新建和提升改造|新建成|新改建|新开工|新引进|新引入|新开通|开工建设|规划建设|统筹整合|提请审议|制定修订|制定修改|整治修复|改造提升|改造完工|新建|新设|引进|认定|扶持|盘活|整治|关停|清退|办理|分配|保障|落地|治理|改造|修复|兑付|上线|帮扶|培训|发放|减免|退还|压减|疏解|拆除|打通|优化|竣工|交付|开通|举办|开展|推出|发布|制定|出台|修订|投放|投用|支持|服务|惠及|覆盖|查处|化解|整合|清理|招引|签约|储备|收储|供应|出让|加装|更新|扩建|改扩建|新改扩建|续建|推广|调解|受理|救助|安置|减少|减负|降低|筹集|建设筹集|立改废|评选|授予|选派|选树|资助|补助|奖励|淘汰|培养|招收|招录|组织|承办|参与|输出|融资|募集|吸引|接待|运送|完成)/;

/** The content verb with which a metric begins, such as 引进 of 引进海外人才. */
export function verbAtFront(words: string): string {
  return contentVerb.exec(words)?.[0] ?? '';
}
