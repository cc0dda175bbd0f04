import { compoundVerbs } from './compoundVerbs.ts';
import { indexWords, longestWordAt } from './longestWordAt.ts';
import { headNouns, nominalVerbs } from './nominalVerbs.ts';
import { taskVerbs } from './taskVerbs.ts';

/** A verb, or several that govern one object together, at a place in a clause. */
export interface Verb {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the word is a verb wherever it stands, or may be a noun too, or is told only by its place. */
  readonly kind: 'certain' | 'nominal' | 'guessed';
}

/** 做+好, 压+实: a short verb with its result. */
const actions = new Set(
  '办抓做用管守打建讲走种养唱写答当稳兜筑扎织压摸理盘搞育护补拓延拉端握念看树扛扭画下啃擦点叫学把立夯住',
);
const results = new Set('好实牢强优大细精深足活准透密稳住通响亮赢清顺满成紧');

/** Their object is a plan or a measure that another verb qualifies (实施提升行动), so a verb after them is no second predicate. */
const takesPlan = new Set(
  '实施 开展 出台 制定 制订 落实 完善 健全 建立 加强 强化 加大 深化 推出 推行 执行 印发 发布 提供 坚持 注重 防止 避免 兑现 履行 编制 提高 破解 解决 发挥 完成 实行 设立 严格 畅通 拓宽 创新 抓好 做好 办好 打好 用好 构建 打造 建设 参与 发展 加快'.split(
    ' ',
  ),
);
/** They say how another's action is furthered: a second verb belongs to them (支持建设, 推动形成). */
const furthers = new Set(
  '推动 支持 鼓励 引导 探索 启动 争取 谋划 规划 组织 部署 协助 布局 筹划 研究 参与 推进 促进'.split(' '),
);
/** Nominal verbs that take no object: before a noun they qualify it (养老+服务). */
const intransitive = new Set(
  '消费 经营 融资 贸易 合作 协作 就业 创业 养老 托育 康复 转型 升级 招商 引资 信访 应急 演练 减排 救灾 防灾 减灾 防汛 抗旱 投产 投运 竣工 增收 增值 减税 降费 帮扶 扶贫 脱贫 竞争 保险 信贷 贷款 教学 科研 招生 值守 巡逻 维保 互通 互联 通车 通航 文创 展销 会展 办展 办会 参展 比赛 竞赛 赛事 办赛 参赛 备战 购物 餐饮 住宿 娱乐 休闲 观光 旅游 健身 诉讼 仲裁 供水 供电 供气 供热 兜底 托底 排涝 防洪 灌溉 仿真 检疫 增长 扩张 流通 配送 交易 联动 协同 协商 执法 司法 立法 普法 应用 供给 计算 感知 分工 监理 共治 群治 群防 反腐 兜底 领导 决策 清洁 循环 复兴 试点 示范 节能 通关'.split(
    ' ',
  ),
);
const transitive = new Set(
  '共建 参与 建设 发展 改造 治理 培养 开发 规划 制定 研究 保护 利用 修复 设计 研发'.split(' '),
);
const conjunctions = new Set(['和', '并', '及', '、', '或']);
/** Verbs that add to the one before them (巩固+提升); after another verb the rest would be its object (塑造+吸引外资的优势). */
const adds = new Set(
  '提升 优化 完善 改善 改进 扩大 壮大 拓展 规范 巩固 增强 推广 健全 推进 落实 修复 清理 化解 处置 打击 整治 维护 实施 形成 建成 丰富 强化 深化 普及 弘扬 传承 践行 振兴 构建 打造 延伸 转化 集聚 做强 做优 做大 用好 管好 建好 守好 抓好 培育 遏制 惩治'.split(
    ' ',
  ),
);
/** 用+优质, 做+实施: the second character begins another word. */
const broken =
  /^.(?:优[质秀势惠美先化良]|大[型力量批家局]|强[大劲化]|实[体施现效践际]|精[品准神细致]|细[胞节化]|活[动力]|深[度入化]|通[道用]|紧[密扣]|成[功熟长果效]|足球|透明|密[切度]|稳[定步]|住[房宅户]|满[足意])/u;
/** 新+建设, 保+有量: the word's last character begins another. */
const misjoined =
  /^(?:(?:供应|服务|开发|运营|制造|投资)商|服务器|新建设|新设备|保有量|.{2}化(?![石工解学纤验肥妆合疗险])|.{2}型(?!号))/u;
const words = indexWords(taskVerbs, compoundVerbs, nominalVerbs);

/** The verb that starts at a place, with those joined to it (培育和形成, 做大做强, 举办好); undefined where none starts. */
export function readVerb(clause: string, start: number): Verb | undefined {
  const first = wordAt(clause, start);
  if (first === undefined) return undefined;
  let end = start + first.length;
  let word = first;
  for (let joined = 0; joined < 5; joined += 1) {
    if (
      clause[end] === '好' &&
      !/^好(?:房|小区|社区|家|人|事|成效|经验|产品|城区)/u.test(clause.slice(end, end + 3)) &&
      word.length > 1 &&
      !word.endsWith('好') &&
      end + 1 < clause.length
    )
      end += 1;
    const next = joinedAt(clause, end, word);
    if (next === undefined) break;
    end = next.end;
    word = next.word;
  }
  const text = clause.slice(start, end);
  const nominal = nominalVerbs.has(first) && !taskVerbs.has(first) && !compoundVerbs.has(text);
  return { text, start, end, kind: nominal ? 'nominal' : 'certain' };
}

/** Whether a nominal verb is a verb here: an object follows that it doesn't merely qualify. */
export function governs(clause: string, verb: Verb): boolean {
  const { end } = verb;
  if (end >= clause.length) return false;
  if (verb.kind === 'certain') return !/^(?:的|性(?![别能格质情])|者)/u.test(clause.slice(end, end + 2));
  return !intransitive.has(verb.text) && !opensNoun(clause, end, verb.text) && !isNominalToEnd(clause, end);
}

function joinedAt(clause: string, at: number, before: string): { word: string; end: number } | undefined {
  const bound = conjunctions.has(clause.charAt(at));
  const from = bound ? at + 1 : at;
  const word = wordAt(clause, from);
  if (word === undefined) return undefined;
  const end = from + word.length;
  if (end >= clause.length || clause[end] === '的') return undefined;
  if (bound) {
    const goesOn = conjunctions.has(clause.charAt(end)) && wordAt(clause, end + 1) !== undefined;
    return goesOn || taskVerbs.has(word) || !opensNoun(clause, end) ? { word, end } : undefined;
  }
  return isPair(clause, before, word, end) ? { word, end } : undefined;
}

function isPair(clause: string, before: string, word: string, end: number): boolean {
  if (isResultative(before) && isResultative(word)) return true;
  if (opensNoun(clause, end) && (nominalVerbs.has(word) || !furthers.has(before))) return false;
  if (furthers.has(before)) {
    if (before === '推进' && /(?:行动|工程|计划)$/u.test(clause)) return false;
    if (taskVerbs.has(word) && (!nominalVerbs.has(word) || adds.has(word) || word === '构建'))
      return !isNominalToEnd(clause, end);
    return transitive.has(word) && !isNominalToEnd(clause, end) && !opensNoun(clause, end, word);
  }
  return adds.has(word) && !takesPlan.has(before) && !isNominalToEnd(clause, end);
}

function wordAt(clause: string, at: number): string | undefined {
  const known = longestWordAt(words, clause, at);
  if (known !== undefined && known.length > 2) return known;
  const word = known ?? clause.slice(at, at + 2);
  const isResult = isResultative(word);
  if (known === undefined && !isResult) return undefined;
  if (misjoined.test(clause.slice(at, at + 4))) return undefined;
  if (isResult && broken.test(clause.slice(at, at + 3))) return undefined;
  return word.endsWith('实') && clause[at + 2] === '事' ? undefined : word;
}

const isResultative = (word: string): boolean =>
  word.length === 2 && actions.has(word.charAt(0)) && results.has(word.charAt(1));

/** 方式, 水平, 的…: the word before it only qualifies it. */
function opensNoun(clause: string, at: number, word = ''): boolean {
  if (clause[at] === '的' || clause[at] === '等' || conjunctions.has(clause.charAt(at))) return true;
  const own = ownHeads.get(word);
  if (own !== undefined) return own.test(clause.slice(at, at + 2));
  for (let size = 3; size >= 1; size -= 1)
    if (headNouns.has(clause.slice(at, at + size))) return !'性化型'.includes(clause.charAt(at + size) || '。');
  return false;
}

/** Words that say how when a plain verb follows (深化+落实), and are the verb before anything else (深化+改革). */
export const yieldsTo = new Set(
  '深化 强化 坚持 统筹 突出 细化 创新 争取 确保 保证 力争 集中 优先 协同 争先 统一'.split(' '),
);

/** Whether the verb's object is nothing but more verbs: 统筹+协调. */
export const isVerbal = (clause: string, verb: Verb): boolean => isNominalToEnd(clause, verb.end);

/** 建设 and 发展 open a clause as its verb so often that only these nouns make them part of a name. */
const ownHeads = new Map([
  ['建设', /^(?:用地|进度|步伐|成本|周期|资金|规模|成果|力度|任务|质量|水平|项目|单位|者|期|兵团)/u],
  [
    '发展',
    /^(?:方式|模式|动能|格局|水平|质量|质效|环境|空间|能级|后劲|活力|动力|韧性|成果|态势|规划|阶段|理念|潜力|步伐|速度|势头|战略|目标|基础|改革|能力|机制|体制|短板|差距|道路|区|带)/u,
  ],
]);

/** Nothing but nominal verbs up to the clause's end: 改革+攻坚, 服务+保障+提升. */
function isNominalToEnd(clause: string, from: number): boolean {
  let at = from;
  while (at < clause.length) {
    const word = clause.slice(at, at + 2);
    if (!nominalVerbs.has(word) && !taskVerbs.has(word) && word !== '攻坚' && word !== '协调') return false;
    at += 2;
  }
  return true;
}
