import type { Report, ReportStatement, ReportSystem, ReportTask } from '@yiwang/contract';
import { now } from './fakeCity.ts';
import { markedText, type Place } from './markedText.ts';

/** The report of a city that does not exist, written for the screens: each kind of row, and what is hard to show. */
const marked = `示例市政府工作报告
——在示例市第九届人民代表大会第一次会议上
[h1:一、2021年工作回顾]
[h2:（一）经济稳中有进]
全市[s1:生产总值<4286亿元>]、[s2:<增长6.4%>]，[s3:一般公共预算收入<398.5亿元>]、[s4:<增长7.1%>]，[s6:[s5:城乡居民人均可支配收入分别增长<5.9%>]、<7.8%>]。[s7:研发投入强度<3.2%>]，[s8:<比上年提高0.2个百分点>]。[s9:三次产业结构调整为<2.1∶41.6∶56.3>]。
[h3:产业集群加快壮大。]规模以上工业企业新增214家，[s10:数字经济核心产业增加值<突破600亿元>]，[s11:占生产总值比重<14.2%>]；新认定“[y1:启明星计划]”企业[s12:<86家>]，累计[s13:建成标准厂房<132.6万平方米>]。
[h4:（二）民生持续改善]
企业开办[s14:平均用时<压缩到42分钟>]。“[y2:一码找人]”平台接入36个部门，诉求[s15:按期办结率<97.9%>]，群众少跑了腿，数据多走了路。全年[s16:新增就业<5.3万人>]，[s17:细颗粒物平均浓度<由34微克/立方米降至31微克/立方米>]。
[h5:二、2022年主要预期目标]
今年的主要预期目标是：[s18:生产总值<增长6.5%左右>]，[s19:研发投入强度<达到3.4%以上>]，[s20:城镇调查失业率<控制在5%以内>]，[s21:PM2.5年均浓度<低于30微克/立方米>]，[s22:居民消费价格<涨幅3%左右>]，[s23:单位生产总值能耗<下降3%—3.5%>]。
[h6:三、2022年主要任务]
[h7:（一）办好民生实事]
[s24:改造老旧小区<120个>]，[s25:加装电梯<300台以上>]。[s26:新增托育托位、养老床位<1.2万个>]。[t1:健全居家养老服务网络]。[s27:开工保障性租赁住房<8000套>]，[t2:迭代“[y3:城市体检]”系统]，[t3:推行一企一表]，让基层少填一张表、多办一件事。
[h8:（二）建设数字示例]
[t4:力争把“[y2:一码找人]”平台延伸到所有乡镇]，[t5:深化“[y1:启明星计划]”]，[s28:新建高速公路<4133公里>]，[t6:完善城市内涝监测预警机制]。到2025年，[s29:数字经济核心产业增加值<达到1000亿元>]，[s30:年均<增长13%以上>]。
[h9:（三）守护碧水蓝天]
[t7:大力整治入河排污口]，[t8:开展噪声扰民专项治理]。[s31:新增公园绿地<60公顷>]，[s32:建成区绿化覆盖率<保持42%以上>]。[t9:探索建立“[y4:河湖健康指数]”]。
[h10:四、自身建设]
[t10:严格落实过紧日子要求]，[s33:一般性支出<压减10%以上>]。[t11:健全民呼我为工作机制]，[t12:加强政务数据安全管理]，以实干实绩回应群众期盼。`;

const { text, places } = markedText(marked);
function placeOf(id: string): Place {
  const [place] = places.get(id) ?? [];
  if (place === undefined) throw new RangeError(`the marked text has no ${id}`);
  return place;
}

const headings = [
  ['h1', '一', 1, '一、2021年工作回顾', 'h5'],
  ['h2', '一/(一)', 2, '（一）经济稳中有进', 'h4'],
  ['h3', '一/(一)', 3, '产业集群加快壮大', 'h4'],
  ['h4', '一/(二)', 2, '（二）民生持续改善', 'h5'],
  ['h5', '二', 1, '二、2022年主要预期目标', 'h6'],
  ['h6', '三', 1, '三、2022年主要任务', 'h10'],
  ['h7', '三/(一)', 2, '（一）办好民生实事', 'h8'],
  ['h8', '三/(二)', 2, '（二）建设数字示例', 'h9'],
  ['h9', '三/(三)', 2, '（三）守护碧水蓝天', 'h10'],
  ['h10', '四', 1, '四、自身建设', ''],
] as const;
const sections = headings.map(([id, path, level, title, next]) => ({
  path,
  level,
  title,
  start: placeOf(id).whole.start,
  end: next === '' ? text.length : placeOf(next).whole.start,
  heading: placeOf(id).whole,
}));
const sectionAt = (start: number): string =>
  sections.findLast((section) => section.level < 3 && section.start <= start)?.path ?? '';
const themeAt = (start: number): string | null =>
  sections.find((section) => section.level === 3 && section.start <= start && start < section.end)?.title ?? null;

const fields = new Map([
  ['一/(一)', 'economy'],
  ['一/(二)', 'livelihood'],
  ['三/(一)', 'livelihood'],
  ['三/(三)', 'environment'],
]);
const topicOf = (section: string): string => fields.get(section) ?? 'general';

const s = (
  id: string,
  metric: string,
  value: number | number[],
  unit: string,
  more: Partial<ReportStatement> = {},
): ReportStatement => {
  const { whole, value: span } = placeOf(id);
  const section = sectionAt(span.start);
  const kind = section.startsWith('一') ? 'fact' : 'target';
  return {
    id,
    kind,
    section,
    theme: themeAt(span.start),
    period: kind === 'fact' ? '2021' : '2022',
    metric,
    value,
    unit,
    valueSi: value,
    unitSi: unit,
    comparator: 'eq',
    change: 'level',
    span,
    quote: whole,
    confidence: 0.97,
    topic: topicOf(section),
    ...more,
  };
};
const rate = { change: 'growth_rate' } as const;

const together = s('s26', '托育托位与养老床位', 1.2, '万个', {
  valueSi: 12_000,
  unitSi: '个',
  change: 'increase',
  confidence: 0.55,
  ambiguity: 'a1',
});
const road = s('s28', '高速公路', 4133, '公里', { change: 'increase', confidence: 0.41, ambiguity: 'a2' });

const statements: ReportStatement[] = [
  s('s1', '生产总值', 4286, '亿元', { valueSi: 428_600_000_000, unitSi: '元', confidence: 0.99 }),
  s('s2', '生产总值', 6.4, '%', { ...rate, confidence: 0.99 }),
  s('s3', '一般公共预算收入', 398.5, '亿元', { valueSi: 39_850_000_000, unitSi: '元', confidence: 0.99 }),
  s('s4', '一般公共预算收入', 7.1, '%', { ...rate, confidence: 0.98 }),
  s('s5', '城镇居民人均可支配收入', 5.9, '%', { ...rate, distributive: [1, 2], confidence: 0.96 }),
  s('s6', '农村居民人均可支配收入', 7.8, '%', { ...rate, distributive: [2, 2], confidence: 0.96 }),
  s('s7', '研发投入强度', 3.2, '%', { confidence: 0.98 }),
  s('s8', '研发投入强度', 0.2, '百分点', { change: 'increase', baseline: '上年', direction: 'up' }),
  s('s9', '三次产业结构', [2.1, 41.6, 56.3], '', { change: 'ratio', confidence: 0.93 }),
  s('s10', '数字经济核心产业增加值', 600, '亿元', {
    valueSi: 60_000_000_000,
    unitSi: '元',
    comparator: 'gt',
    cue: '突破',
  }),
  s('s11', '数字经济核心产业增加值', 14.2, '%', { change: 'share' }),
  s('s12', '“启明星计划”企业', 86, '家', { change: 'increase', confidence: 0.92 }),
  s('s13', '标准厂房', 132.6, '万平方米', { valueSi: 1_326_000, unitSi: '平方米', change: 'cumulative' }),
  s('s14', '企业开办平均用时', 42, '分钟'),
  s('s15', '诉求按期办结率', 97.9, '%', { confidence: 0.95 }),
  s('s16', '城镇新增就业', 5.3, '万人', { valueSi: 53_000, unitSi: '人', change: 'increase' }),
  s('s17', 'PM2.5年均浓度', 31, '微克/立方米', { from: 34, to: 31, direction: 'down', confidence: 0.9 }),
  s('s18', '生产总值', 6.5, '%', { ...rate, comparator: 'approx', cue: '左右' }),
  s('s19', '研发投入强度', 3.4, '%', { comparator: 'ge', cue: '以上', confidence: 0.99 }),
  s('s20', '城镇调查失业率', 5, '%', { comparator: 'le', cue: '以内', confidence: 0.99 }),
  s('s21', 'PM2.5年均浓度', 30, '微克/立方米', { comparator: 'lt', cue: '低于', confidence: 0.99 }),
  s('s22', '居民消费价格', 3, '%', { ...rate, comparator: 'approx', cue: '左右' }),
  s('s23', '单位生产总值能耗', 3, '%', { change: 'decrease', direction: 'down', range: [3, 3.5] }),
  s('s24', '老旧小区改造', 120, '个'),
  s('s25', '加装电梯', 300, '台', { comparator: 'ge', cue: '以上', confidence: 0.98 }),
  together,
  s('s27', '保障性租赁住房开工', 8000, '套'),
  road,
  s('s29', '数字经济核心产业增加值', 1000, '亿元', {
    valueSi: 100_000_000_000,
    unitSi: '元',
    comparator: 'ge',
    cue: '达到',
    period: '2025',
  }),
  s('s30', '数字经济核心产业增加值', 13, '%', { ...rate, comparator: 'ge', annualised: true, period: '2022-2025' }),
  s('s31', '公园绿地', 60, '公顷', { change: 'increase' }),
  s('s32', '建成区绿化覆盖率', 42, '%', { comparator: 'ge', cue: '以上' }),
  s('s33', '一般性支出', 10, '%', { change: 'decrease', comparator: 'ge', direction: 'down' }),
];

const t = (id: string, verb: string, object: string, more: Partial<ReportTask> = {}): ReportTask => {
  const { whole } = placeOf(id);
  const section = sectionAt(whole.start);
  return {
    id,
    section,
    theme: null,
    period: '2022',
    verb,
    object,
    modifier: '',
    span: whole,
    confidence: 0.94,
    topic: topicOf(section),
    ...more,
  };
};
const tasks: ReportTask[] = [
  t('t1', '健全', '居家养老服务网络'),
  t('t2', '迭代', '“城市体检”系统'),
  t('t3', '推行', '一企一表'),
  t('t4', '延伸', '“一码找人”平台到所有乡镇', { modality: '力争', confidence: 0.82 }),
  t('t5', '深化', '“启明星计划”'),
  t('t6', '完善', '城市内涝监测预警机制'),
  t('t7', '整治', '入河排污口', { modifier: '大力' }),
  t('t8', '开展', '噪声扰民专项治理'),
  t('t9', '建立', '“河湖健康指数”', { modifier: '探索', confidence: 0.88 }),
  t('t10', '落实', '过紧日子要求', { modifier: '严格' }),
  t('t11', '健全', '民呼我为工作机制'),
  t('t12', '加强', '政务数据安全管理'),
];

const y = (id: string, name: string, category: string): ReportSystem => {
  const mentions = (places.get(id) ?? []).map(({ whole }) => whole);
  const { whole } = placeOf(id);
  return { id, name, category, section: sectionAt(whole.start), span: whole, mentions, confidence: 0.96 };
};
const systems = [
  y('y1', '启明星计划', 'programme'),
  y('y2', '一码找人', 'platform'),
  y('y3', '城市体检', 'platform'),
  y('y4', '河湖健康指数', 'index'),
];

const counts = {
  facts: statements.filter(({ kind }) => kind === 'fact').length,
  targets: statements.filter(({ kind }) => kind === 'target').length,
  tasks: tasks.length,
  systems: systems.length,
  waiting: 2,
};

export const reportId = (n: number): string => `00000000-0000-7000-b000-${String(n).padStart(12, '0')}`;

export const sampleReport: Report = {
  id: reportId(1),
  title: '示例市政府工作报告',
  year: 2022,
  file: '示例市2022.txt',
  format: 'txt',
  encoding: 'GB18030',
  length: text.length,
  hash: `7c1e${'5b'.repeat(28)}a90f`,
  milliseconds: 9,
  addedAt: now,
  addedBy: 'account:100001',
  counts,
  text,
  sections,
  topics: [
    { code: 'economy', name: { zh: '经济', en: 'Economy' } },
    { code: 'livelihood', name: { zh: '民生', en: 'Livelihood' } },
    { code: 'environment', name: { zh: '生态环境', en: 'Environment' } },
    { code: 'general', name: { zh: '综合', en: 'General' } },
  ],
  statements,
  tasks,
  systems,
  ambiguities: [
    {
      id: 'a1',
      span: together.span,
      chosen: null,
      readings: [
        {
          text: '合计 1.2 万个',
          confidence: 0.55,
          reason: {
            zh: '一条承诺，两项相加。全文另有 2 处“甲、乙 + 数”按合计写。',
            en: 'One promise, the two added up. Two more places of the text write “A, B + number” for the sum.',
          },
          statements: [together],
        },
        {
          text: '各 1.2 万个',
          confidence: 0.45,
          reason: {
            zh: '两条承诺，共 2.4 万个。',
            en: 'Two promises, 24 000 in all.',
          },
          statements: ['托育托位', '养老床位'].map((metric, index) => ({
            ...together,
            id: index === 0 ? 's26' : 's34',
            metric,
            confidence: 0.45,
          })),
        },
      ],
    },
    {
      id: 'a2',
      span: road.span,
      chosen: null,
      readings: [
        {
          text: '4条133公里',
          confidence: 0.59,
          reason: {
            zh: '量词“条”可能丢失：4133 公里超过全市路网。',
            en: 'The measure word 条 was probably lost: 4 133 km is more than the whole network.',
          },
          statements: [{ ...road, value: 133, valueSi: 133, confidence: 0.59 }],
        },
        {
          text: '4133公里',
          confidence: 0.41,
          reason: { zh: '照字面。', en: 'As it is written.' },
          statements: [road],
        },
      ],
    },
  ],
  links: [
    { id: 'l1', fact: 's2', target: 's18', metric: '生产总值增速', confidence: 0.98 },
    { id: 'l2', fact: 's7', target: 's19', metric: '研发投入强度', confidence: 0.98 },
    { id: 'l3', fact: 's17', target: 's21', metric: 'PM2.5年均浓度', confidence: 0.95 },
    { id: 'l4', fact: 's10', target: 's29', metric: '数字经济核心产业增加值', confidence: 0.95 },
  ],
  corrections: [],
  machine: {},
};

/** The same report many times over: `length` characters at least. */
export function longReport(id: string, length: number): Report {
  const times = Math.ceil(length / (text.length + 1));
  const shifted = Array.from({ length: times }, (_none, turn) => {
    const by = turn * (text.length + 1);
    const span = ({ start, end }: { start: number; end: number }) => ({ start: start + by, end: end + by });
    const name = (id: string): string => `${id.charAt(0)}${turn * 40 + Number(id.slice(1))}`;
    return {
      sections: sections.map((one) => ({ ...one, ...span(one), heading: span(one.heading) })),
      statements: statements.map(({ ambiguity, ...one }) => ({
        ...one,
        id: name(one.id),
        span: span(one.span),
        quote: span(one.quote),
        ...(ambiguity === undefined ? {} : { ambiguity: name(ambiguity) }),
      })),
      tasks: tasks.map((one) => ({ ...one, id: name(one.id), span: span(one.span) })),
      systems: systems.map((one) => ({
        ...one,
        id: name(one.id),
        span: span(one.span),
        mentions: one.mentions.map(span),
      })),
      ambiguities: sampleReport.ambiguities.map((one) => ({ ...one, id: name(one.id), span: span(one.span) })),
      links: sampleReport.links.map((one) => ({
        ...one,
        id: name(one.id),
        fact: name(one.fact),
        target: name(one.target),
      })),
    };
  });
  return {
    ...sampleReport,
    id,
    title: '示例市长报告',
    year: null,
    format: 'pdf',
    encoding: 'UTF-8',
    milliseconds: 212,
    text: Array.from({ length: times }, () => text).join('\n'),
    length: times * (text.length + 1) - 1,
    sections: shifted.flatMap((one) => one.sections),
    statements: shifted.flatMap((one) => one.statements),
    tasks: shifted.flatMap((one) => one.tasks),
    systems: shifted.flatMap((one) => one.systems),
    ambiguities: shifted.flatMap((one) => one.ambiguities),
    links: shifted.flatMap((one) => one.links),
    counts: {
      facts: counts.facts * times,
      targets: counts.targets * times,
      tasks: counts.tasks * times,
      systems: counts.systems * times,
      waiting: counts.waiting * times,
    },
  };
}
