/** How a unit (单位, 量词) behaves in a statement. */
export type UnitClass = 'percent' | 'point' | 'money' | 'physical' | 'time' | 'age' | 'count' | 'rank' | 'times';

/** Units of one class; the longest one that fits at a place is taken. */
const units: Readonly<Record<UnitClass, string>> = {
  percent: '% ％ ‰ 成',
  point: '个百分点 百分点 个点',
  money: '元 元人民币 美元 欧元 港元 日元 英镑 人民币 元/人 元/月 元/吨 元/平方米 元/年 元/斤 美元/人',
  physical:
    '公里 千米 米 厘米 毫米 海里 平方公里 平方千米 平方米 平方厘米 公顷 亩 立方米 立方 方 升 毫升 吨 公斤 千克 斤 克 微克 毫克 ' +
    '吨标准煤 吨标煤 标准煤 千瓦 兆瓦 吉瓦 千瓦时 度 度电 兆瓦时 微克/立方米 微克／立方米 微克每立方米 毫克每升 毫克/升 毫克／升 公斤/亩 公里/小时 千米/小时 吨/日 吨/年 立方米/日 立方米/秒 ' +
    '吨/公顷 千克/亩 摄氏度 ℃ 分贝 箱 标箱 标准箱 TEU 载重吨 总吨 车公里 人公里 吨公里 EFLOPS PFLOPS P TB PB 字节 兆 兆比特/秒 人/百亿元 人/亿元 件/万人 米/秒 次/秒 亩次 公斤标准煤 千克标准煤',
  time: '年 个月 月 天 日 小时 个小时 分钟 秒 周 个工作日 工作日 毫秒 分 微秒',
  age: '岁',
  count:
    '个 项 件 条 家 户 人 名 位 所 座 处 台 辆 套 栋 幢 张 部 场 次 列 架 艘 只 头 株 棵 种 类 支 本 册 篇 首 片 块 对 组 宗 笔 单 起 例 床 间 层 ' +
    '人次 户次 家次 件次 场次 车次 架次 航次 班次 班列 台次 辆次 批次 台套 台（套） 台(套) 套（间） 套(间) 条（个） 张床位 门 款 颗 枚 幅 盏 孔 眼 口 根 面 道 站 趟 班 路 票 ' +
    '人口 户籍 店 盘 尾 羽 对次 例次 份 页 万次 批 届 期 轮 套房 套次 头份 公顷次 对/日 个/万人 员 匹 杆 辆/万人 条/日 卷 枝 束 捆 瓶 袋 包 顶 节 线 井 段 亩田 平方',
  rank: '位 名',
  times: '倍 番',
};

export interface Unit {
  readonly name: string;
  readonly class: UnitClass;
}

/** Units by their first character, longest first. */
const byFirst = new Map<string, Unit[]>();
for (const [unitClass, names] of Object.entries(units) as [UnitClass, string][]) {
  if (unitClass === 'rank') continue;
  for (const name of names.split(' ')) {
    const first = name.charAt(0);
    const there = byFirst.get(first);
    if (there === undefined) byFirst.set(first, [{ name, class: unitClass }]);
    else there.push({ name, class: unitClass });
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);

/** Characters that make another word of a unit when they follow it: 家庭 is no 家, 项目 no 项. */
const othersAfter: Readonly<Record<string, string>> = {
  家: '庭校长园电禽具政乡底居',
  户: '籍外',
  人: '才口民员大工均居形机文',
  名: '录单企牌城校优',
  条: '例',
  项: '目',
  部: '门委队分署',
  场: '所馆景',
  台: '风阶账湾',
  方: '案面式便向法',
  度: '假夏',
  口: '岸',
  道: '路德',
  站: '点',
  本: '科地级土市省',
  支: '持付撑出援',
  层: '次面',
  单: '位元项一',
  对: '口外',
  分: '别区类布析级',
  周: '年边岁',
  天: '然津',
  日: '均常',
  位: '于居置列',
  类: '型别',
  点: '位',
  片: '区',
  面: '积',
  线: '路上下',
  路: '网线',
  头: '部',
  段: '时',
  块: '链',
  级: '别',
  期: '间货',
  轮: '番',
  根: '据本',
  节: '能点目',
  井: '喷',
  包: '括容',
  种: '植业子粮',
  门: '户诊槛',
  篇: '章',
  起: '来到',
  元: '件旦宇',
  米: '袋',
  斤: '斤',
  里: '程',
  国: '家际有',
};

function goesOn(text: string, at: number, name: string): boolean {
  const next = text[at + name.length];
  return next !== undefined && name.length === 1 && (othersAfter[name]?.includes(next) ?? false);
}

/** The longest unit that stands at `at`. */
export function unitAt(text: string, at: number): Unit | undefined {
  const first = text[at];
  if (first === undefined) return undefined;
  return byFirst.get(first)?.find(({ name }) => text.startsWith(name, at) && !goesOn(text, at, name));
}

const multiples: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

export interface Multiple {
  readonly name: string;
  readonly factor: number;
}

/** 万, 亿, 万亿 at `at`; 千瓦 and 千克 and 百分点 are units, no multiples. */
export function multipleAt(text: string, at: number): Multiple | undefined {
  const found = multiples.find(([name]) => text.startsWith(name, at));
  if (found === undefined) return undefined;
  const [name, factor] = found;
  const last = name.at(-1);
  const next = text[at + name.length];
  if (last === '千' && next !== undefined && '瓦克米'.includes(next)) {
    return name === '千' ? undefined : { name: name.slice(0, -1), factor: factor / 1e3 };
  }
  return last === '百' && next === '分' ? undefined : { name, factor };
}

const unitForms: ReadonlyMap<string, string> = new Map([
  ['％', '%'],
  ['元人民币', '元'],
  ['百分点', '个百分点'],
  ['个点', '个百分点'],
  ['微克／立方米', '微克/立方米'],
  ['毫克／升', '毫克/升'],
  ['微克每立方米', '微克/立方米'],
  ['毫克每升', '毫克/升'],
  ['千米', '公里'],
  ['平方千米', '平方公里'],
  ['个小时', '小时'],
]);

/** Rounds away what binary fractions add: 27.7 × 10000 is 277000. */
export function exactly(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * A value and its unit without the multiple: 27.7 of 万户 is 277000 of 户, 五成 is 50 of %.
 * The unit keeps its own name; nothing is converted between units (亩 stays 亩).
 */
export function siOf(
  value: number | readonly number[] | null,
  unit: string,
): { readonly valueSi: number | readonly number[] | null; readonly unitSi: string } {
  if (unit === '成') return { valueSi: mapValue(value, 10), unitSi: '%' };
  const multiple = multipleAt(unit, 0);
  const rest = multiple === undefined ? unit : unit.slice(multiple.name.length);
  return { valueSi: mapValue(value, multiple?.factor ?? 1), unitSi: unitForms.get(rest) ?? rest };
}

function mapValue(value: number | readonly number[] | null, factor: number): number | readonly number[] | null {
  if (value === null) return null;
  return typeof value === 'number' ? exactly(value * factor) : value.map((part) => exactly(part * factor));
}
