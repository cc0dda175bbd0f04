import type { SystemCategory } from '../reading.ts';
import { lexiconOf } from './lexicon.ts';

/** The noun that says what kind of thing a name names. */
export interface HeadKind {
  readonly category: SystemCategory;
  /** Abstract things (体系, 机制) are often named by several conjuncts at once: 渔业补偿和溢油共防机制. */
  readonly abstract: boolean;
  /** What may not follow: the head would be part of another word (平台经济, 工程师, 战略机遇). */
  readonly notBefore?: RegExp;
  /** What must follow: for words that are mostly something else (X在线, X应用). */
  readonly onlyBefore?: RegExp;
  /** What the name must hold before the head, for words that head many things that are no systems. */
  readonly needs?: RegExp;
  /** What may not stand right before the head: another word would end there (号码, 控制). */
  readonly notAfter?: RegExp;
  /** The head tells enough by itself that one character before it makes a name (林长制). */
  readonly short?: true;
  /** How many characters at least make a name before the head, where two are too general (国企平台). */
  readonly least?: number;
  /** A head that it follows stays the head (the 制度 of 配套制度改革). */
  readonly light?: true;
}

/** Where a phrase may end: a mark, a number, a word that can't continue a noun phrase. */
const END =
  /^(?:$|[，,。；;：:！!？?、”’"」）)(（\s\d—]|和|与|及|等|上线|累计|入选|获|建设|落地|在|示范|规范化|被|为|是|已|全|实现|深入|推进|走深|走实|取得|成为|赋能|试点|改革|融入|加快|建成)/u;

/** Works that are built, not programmes: 供水工程, 二期工程. */
const CONSTRUCTION =
  /(?:供水|引水|调水|排水|水库|加固|土木|水资源[一-龥]{0,2}配置|连通|过江|闸|枢纽|段[一-龥]{0,4}|入地改造|积水改善|隧道|大桥|河道|疏堵|管网|引水入园|泵站|能源|[一二三四五]期|新院区|建筑|土建|安装|道路|市政|防水|电力|改扩建|遗址[一-龥]{0,6}|面子|形象|政绩|样子|民心|等)$|等(?:一批)?(?:重大|重点|标志性|重要|一批)[一-龥]{0,4}$/u;

const abstract = (category: SystemCategory, rest: Partial<HeadKind> = {}): HeadKind => ({
  category,
  abstract: true,
  ...rest,
});
const concrete = (category: SystemCategory, rest: Partial<HeadKind> = {}): HeadKind => ({
  category,
  abstract: false,
  ...rest,
});

export const heads = lexiconOf<HeadKind>([
  [
    abstract('framework', { notBefore: /^[化性统]|^(?:完备|完整|配套)/u, notAfter: /全球治理$|国际|世界$/u }),
    '体系 制度体系 政策体系 体制机制',
  ],
  [abstract('framework', { notBefore: /^(?:创新|改革|机制改革|转换|优势)/u }), '体制'],
  [
    abstract('mechanism', {
      notBefore:
        /^(?:[化型性]|规则|优势|安排|自信|文明|保障|创新|集成|供给|成果|环境|开放|衔接|重塑|壁垒|漏洞|基础|设计)/u,
      notAfter: /(?:社会主义|试)$/u,
    }),
    '机制 制度 长效机制 工作机制',
  ],
  [abstract('framework'), '医联体 医共体 教共体 联合体 共富体'],
  [abstract('framework', { notAfter: /命运|民族|利益|人类|战略/u }), '共同体'],
  [concrete('mechanism'), '联盟 专班制'],
  [
    concrete('platform', {
      least: 3,
      notBefore: /^(?:经济|企业|内|型|化|从业|支撑|矩阵|类|载体|、载体|能级|公司|属性|用工|算法)/u,
    }),
    '平台',
  ],
  [concrete('platform'), '热线 直通车 一张网'],
  [concrete('platform', { needs: /[^左右人]$/u }), '大脑 驾驶舱 一张图'],
  [concrete('platform', { onlyBefore: END, needs: /[一-龥]{2}$/u }), '在线'],
  [
    concrete('platform', {
      needs:
        /(?:矛调|矛盾调解|矛盾纠纷|综治|社会治理|政务|指挥|数据|数字|算力|运营管理|知识产权|应急|信用|大数据|调度|运行管理)[一-龥]{0,6}$/u,
      onlyBefore: END,
    }),
    '中心',
  ],
  [
    concrete('application', {
      onlyBefore: END,
      needs: /(?:智慧|数字化?|数智|智能|最佳|特色|监管|一件事|多跨|预警)[一-龥]{0,4}$|[^、]等$/u,
      notAfter: /(?:水平|研发|推广|转化|成果|技术|广泛|规模化?|商业化?|深度|示范|等研发)$/u,
    }),
    '应用',
  ],
  [
    concrete('application', {
      notBefore: /^[性化]|^(?:治理|观念|谋划|集成|重塑|干部|内|推进|思维|方法|掌握)/u,
      needs:
        /感知|预警|信息|监测|指挥|控制|调度|支付|导航|识别|操作|交易|结算|监管|巡检|应急|智能|数字|北斗|一网|管理$|服务$/u,
    }),
    '系统',
  ],
  [concrete('application'), '小程序 客户端'],
  [
    abstract('model', { notBefore: /^(?:[化治律]|创新|转变|变革|转型)/u, notAfter: /新业态新$|、[^、]*商业$/u }),
    '模式 工作法',
  ],
  [abstract('model', { onlyBefore: END, needs: /(?:工程”?|[“].*”|[村县市区镇江川州桥]|改革试点)$/u }), '经验'],
  [
    abstract('programme', {
      notBefore:
        /^(?:师|入选|减排|项目|通水|质量|技术|款|化|机械|院|学|量|投资|监理|造价|建设领域|领域|机器|硕|博士|系列)/u,
      notAfter: CONSTRUCTION,
    }),
    '工程',
  ],
  [
    abstract('mechanism', { light: true, needs: /一体化[一-龥]{2,6}$|集成$|一件事”?$|一站式$|极简[一-龥]{2}$/u }),
    '改革',
  ],
  [
    abstract('programme', { notBefore: /^(?:指南|自觉|力|起来|路线|纲领|者|能力|派|上|中)/u, notAfter: /[用以的]$/u }),
    '行动 行动计划 专项行动 攻坚行动 三年行动 行动方案 三年行动计划 提升行动 大会战',
  ],
  [abstract('programme', { notBefore: /^(?:目标|生育|单列|经济|安排|执行|投资|任务|管理|外)/u }), '计划'],
  [abstract('programme', { onlyBefore: END }), '战略'],
  [concrete('index', { notBefore: /^(?:级|化|基金|型|股)/u, notAfter: /价格|股票|经理/u }), '指数'],
  [concrete('list', { notBefore: /^[化式]/u }), '名单 清单 白名单 黑名单 榜单 负面清单'],
  [
    concrete('code', {
      notBefore: /^(?:头|洋|垛|率|农|流)/u,
      notAfter: /[号密起数代编扫加筹砝条亮解源价层简补尺]$/u,
      onlyBefore: /^(?:[^一-龥]|$|和|与|及|等|上线|累计|全|应用|监管|管理|机制|改革|制度|赋|在|推广|入|为)/u,
    }),
    '码',
  ],
  [
    concrete('mechanism', {
      short: true,
      onlyBefore: /^(?:$|[^一-龥]|和|与|及|等|改革|度|集成|管理|模式|机制|在|试点|建设|落|全|贯|转|试|为|推|的)/u,
    }),
    '长制 主制 责任制 承诺制 负责制 包干制 积分制 备案制 注册制 清单制 分钟制 小时制 赛马制 合伙人制 积分管理制 首席专家制 首问制 代办制 会商制 召集人制 轮值制 PI制 员工制 包保制 挂帅制 专员制 包联制 报告制 公示制 导师制 学分制 网格制',
  ],
]);

/** A head that needs a modifier of its own: alone, or after these words only, it names nothing. */
export const plainModifiers = lexiconOf<boolean>([
  [
    true,
    `新一轮 新一批 一批 一系列 系列 一项 一个 一套 多项 多个 若干 各类 各项 各级 各种 有关 相关 全部 首批 首个 全新 新型 新 大 小 好 更多 更加 更高水平 更高 更 较 最 第二批 第三批 第一批
     现代化 现代 先进 完善 完备 成熟 健全 高效 科学 合理 有效 有力 统一 多元 多元化 多层次 多样化 全方位 全链条 创新 发展 建设 工作 管理 运行 运营 服务 配套 长效 协同 协调 联动 推进 实施 保障 落实
     重大 重点 重要 标志性 主要 基础 基本 关键 核心 典型 成功 有益 宝贵 特色 优秀 优质 高能级 高端 高水平 高质量 综合 专项 专业 公共 开放 合作 国家 全国 全省 全市 我市 我省 我国 本市 地方 区域 省级 市级 国家级
     世界级 国际 国内 体制 机制 制度 政策 商业 业态 生产 生活 经营 投资 增长 消费 治理 改革 攻坚 提升 行动 计划 战略 目标 和 与 及 等 的 了 之 一 二 三 四 五 两 多 个 类 项 组织 规划 技术 产业 载体 项目 支撑
     社会主义 中国特色 当前 今年 有利 有机 安全 文化 功能 传统 具体 惠民 民生 民心 领域 整套 可行 良性 激励 约束 动力 各 集群 体育 数据 经济 科研 市场 互利 企业 平台 政府 干部 队伍 整体 实干 自身 实际 评价 测评 考核 响应 供应 营销 查询 研判 应对 对接 各方面 更好地 指标 标准 培育 电商 各大 在建 整个 法律`,
  ],
]);

/** Taken off the front of a name: they say how many, how new or for whom, and aren't part of it. */
export const leadingModifiers = lexiconOf<boolean>([
  [
    true,
    `新一轮 新一批 一批 一系列 系列 一项 多项 多个 若干 各类 各项 各级 有关 相关 首批 首个 全新 更多 更加 更高水平 更高 多层次 首创 全国首创 率先 全市 全省 我市 我省 我国 本市 全部 国家和省 整套 一整套 一套
     镇街级 乡镇级 村社级 县级 市级 区级 省级 村级 镇级 党委 党和国家 统一开放 有序 高效 协同高效 公平统一 良好 整个 强大 最严格 完备 完整 更加完善`,
  ],
  [false, '全市域 县级市'],
]);
