import type { Quantity } from '../tokens/quantity.ts';
import { findQuantities } from '../tokens/findQuantities.ts';
import { arabicNumeralAt, chineseNumeralAt, isArabicDigitAt, isChineseNumeralAt } from '../tokens/numerals.ts';
import { cueLength } from './comparator.ts';

/** What a number in a sentence is. */
export type Role =
  | 'value'
  /** 由1.87缩小至1.75: two values of one metric. */
  | 'change'
  | 'rank'
  /** 连续15年 */
  | 'streak'
  /** 10亿元以上 of …项目46个 */
  | 'qualifier'
  /** A value of another metric that it is compared with by name. */
  | 'reference';

/** A number in a sentence that says something, with its cues. */
export interface Mark {
  readonly role: Role;
  readonly quantity: Quantity;
  /** Including the cues before (不低于, 由) and after (以上). */
  readonly start: number;
  readonly end: number;
}

const nameAround = /^[^，。；、：]{0,12}?(?:圈|制$|专线|模式)/;
const clockNoun =
  /(?:时间|时长|用时|时限|耗时|办结|审批|压减|压缩|缩短|延长|控制|平均|达|至|到|不超过|提速|提前|限时|通勤)/;
const durationUnits = new Set([
  '年',
  '个月',
  '月',
  '天',
  '日',
  '周',
  '秒',
  '毫秒',
  '微秒',
  '分',
  '个工作日',
  '工作日',
  '小时',
  '分钟',
]);

/** All that counts in text[start, end), a sentence, in order. Dates, ordinals, names of numbers and slogans are left out. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  let from = start;
  for (const quantity of findQuantities(text, start, end)) {
    if (quantity.start < from) continue;
    const mark = markOf(text, quantity, start, end);
    if (mark === undefined) continue;
    marks.push(mark);
    from = mark.end;
  }
  for (const mark of [...findRanks(text, start, end), ...findCrowns(text, start, end)]) {
    if (!marks.some((other) => other.start < mark.end && mark.start < other.end)) marks.push(mark);
  }
  return marks.sort((a, b) => a.start - b.start);
}

function markOf(text: string, quantity: Quantity, start: number, end: number): Mark | undefined {
  const left = text.slice(Math.max(start, quantity.start - 16), quantity.start);
  const right = text.slice(quantity.end, Math.min(end, quantity.end + 24));
  if (isName(text, quantity, left, right, start, end)) return undefined;
  const withCue = { start: quantity.start, end: quantity.end + cueLength(right) };
  const from = changeFrom(text, quantity, left, right, end);
  if (from !== undefined) return from;
  if (/连续$|连年$/.test(left) && /^(?:年|个?季度|个月|届|次)/.test(quantity.unit)) {
    return { role: 'streak', quantity, start: quantity.start - 2, end: quantity.end };
  }
  if (durationUnits.has(quantity.unit) && !isTimeValue(quantity, left, right)) return undefined;
  if (quantity.unitClass === 'none' && quantity.form !== 'ratio' && !isBareValue(quantity, left, right))
    return undefined;
  if (quantity.chinese && !isChineseValue(quantity, left, right)) return undefined;
  const role = isQualifier(quantity, right) ? 'qualifier' : 'value';
  return { role, quantity, ...withCue };
}

/** 2022年, 第十四届, 500强, “1612”, 15分钟…圈, 25·7, 成立100周年, 5000年文明. */
function isName(text: string, quantity: Quantity, left: string, right: string, start: number, end: number): boolean {
  if (
    left.endsWith('第') ||
    left.endsWith('每') ||
    isVersion(text, quantity) ||
    /^强(?!度)/.test(right) ||
    /[·•]$/.test(left) ||
    /^[·•]/.test(right)
  )
    return true;
  if (quantity.unit === '年' && quantity.values.some((value) => value >= 1900 && value <= 2100)) return true;
  if (
    /^(?:月|日)$/.test(quantity.unit) &&
    quantity.values[0] !== undefined &&
    quantity.values[0] <= 31 &&
    !/历时|超过|缩短/.test(left)
  )
    return true;
  if (/^周$/.test(quantity.unit) && /^[年岁]/.test(right)) return true;
  if (/^年$/.test(quantity.unit) && /^(?:代|级|期|制|度|文明|历史|来|前|后|内|规划|行动|计划|提升)/.test(right))
    return true;
  if (durationUnits.has(quantity.unit) && nameAround.test(right) && !/以上|以下/.test(right.slice(0, 2))) return true;
  if (/^(?:届|期|轮|批)$/.test(quantity.unit) && quantity.chinese) return true;
  if (quantity.unitClass === 'physical' && /^[^，。；、]{0,4}行动/.test(right)) return true;
  if (/^[+＋]/.test(right) || (/[+＋]$/.test(left) && quantity.form === 'single')) return quantity.unitClass === 'none';
  return inQuotes(text, quantity, start, end);
}

/** 2.0版, 3.0方案 */
function isVersion(text: string, quantity: Quantity): boolean {
  return (
    quantity.unitClass !== 'percent' &&
    /^\d{1,2}\.0(?!\d)[^%]/.test(text.slice(quantity.start, quantity.start + 6)) &&
    !/万|亿/.test(quantity.unit)
  );
}

/** Within “…” of a few characters and no comma it is part of a name. */
function inQuotes(text: string, quantity: Quantity, start: number, end: number): boolean {
  for (let at = quantity.start - 1; at >= Math.max(start, quantity.start - 14); at -= 1) {
    const character = text.charAt(at);
    if ('，。；”》'.includes(character)) return false;
    if (character === '“' || character === '《') {
      const close = text.indexOf(character === '“' ? '”' : '》', quantity.end);
      return close !== -1 && close < Math.min(end, at + 24) && !/[，。；]/.test(text.slice(at, close));
    }
  }
  return false;
}

/** 25分钟 of 审批压减至25分钟; not 24小时值守 or 三年行动. */
function isTimeValue(quantity: Quantity, left: string, right: string): boolean {
  if (quantity.unit === '年' || quantity.unit === '月' || quantity.unit === '日') return false;
  if (quantity.chinese) return false;
  return (
    clockNoun.test(left) &&
    (/^(?:以内|以上|以下|之内|左右|内)?(?:[，。；、）)]|$)/.test(right) || /(?:至|到|达|为|在|过)$/.test(left))
  );
}

/** A number without a unit is a value of a ratio noun (倍差1.7以内), of a plain magnitude (总量破2万亿), or of a list. */
function isBareValue(quantity: Quantity, left: string, right: string): boolean {
  if (quantity.unit !== '')
    return (
      /(?:超|近|达|约|破|过|到|至|迈上|、)$/.test(left) ||
      /^(?:以上|左右|[，。；、]|$)/.test(right) ||
      quantity.form === 'range'
    );
  return /(?:倍差|系数|指数|比值?|总和生育率|生育率|收入比|负荷率|得分|评分|分值)[^，。；、]{0,8}$/.test(left);
}

/** Chinese digits: 十件民生实事, 八成以上, 超千亿元; not 两个确立, 三大, 一批. */
function isChineseValue(quantity: Quantity, left: string, right: string): boolean {
  const value = quantity.values[0] ?? 0;
  if (quantity.unit === '') return false;
  if (quantity.unit === '成')
    return /^(?:以上|左右|多|[，。；、]|$)/.test(right) || /(?:超|近|约|达|过|下降|增长|精简|压减)$/.test(left);
  // 亿元楼, 百亿项目, 万元产值: a bare multiple is a magnitude, unless a cue makes it a value.
  if (isBareMultiple(quantity)) return /(?:超|近|达|约|过|破|逾|突破|上)$/.test(left);
  if (quantity.unitClass === 'money' || quantity.unitClass === 'percent') return true;
  if (
    /^(?:个|大|位|名|人|次|张|种|方|道|门|类|点|面|口|线|点|条|届|批|期|轮|对|层|国|省|市|县|乡|村|镇|校|场|班|度|米|里|分|节|起|头|日|天|年|月|站|环|重|级|段|片|块|本|部|根|支|包|双|家|户|组)$/.test(
      quantity.unit,
    )
  ) {
    return (
      value >= 10 &&
      /^(?:家|户|名|人|条|部|场|个|支)$/.test(quantity.unit) &&
      value % 10 !== 0 &&
      !/^(?:大|方面)/.test(right) &&
      left !== ''
    );
  }
  return value >= 10 && !/^[^，。；、]{0,2}(?:规划|行动|会议)/.test(right);
}

function isBareMultiple({ values, unit }: Quantity): boolean {
  const value = values[0] ?? 0;
  return value >= 100 && Number.isInteger(Math.log10(value)) && unit !== '';
}

/** 10亿元以上制造业项目, 35岁以下大学生, 50米内换乘比例, 20万至60万群体: narrows what is counted after it. */
function isQualifier(quantity: Quantity, right: string): boolean {
  if (quantity.unitClass === 'percent' || quantity.unitClass === 'point') return false;
  // 新建5所以上学校 counts them; 50人以上企业 narrows them.
  if (quantity.unitClass === 'count' && quantity.unit !== '人') return false;
  if (quantity.unitClass === 'age')
    return /^(?:及?以[上下]|老|的)/.test(right) && !/^(?:以上|以下)(?:[，。；、]|$)/.test(right);
  if (quantity.form === 'range' && /^(?:的)?[一-龥]{2}/.test(right) && /元|^万$|^亿$/.test(quantity.unit)) return true;
  return (
    /^(?:及?以[上下]|以内|内)(?:的)?[一-龥A-Za-z“]/.test(right) &&
    !/^(?:以[上下内])(?:和|与|及|并|，|的基础)/.test(right)
  );
}

/** 由1.87缩小至1.75, 从75.6%提升至76.5%, 从2020年的82.4岁提升至83.9岁. */
function changeFrom(text: string, first: Quantity, left: string, right: string, end: number): Mark | undefined {
  const from = /(?:由|从)(?:[^，。；、由从]{0,10}的)?$/.exec(left);
  if (from === null) return undefined;
  const to = /^[^，。；、\d]{0,8}?(?:至|到|为)(?=\d)/.exec(right);
  if (to === null) return undefined;
  const at = first.end + to[0].length;
  if (!isArabicDigitAt(text, at)) return undefined;
  const second = findQuantities(text, at, end).next();
  if (second.done === true || second.value.form !== 'single') return undefined;
  const last = second.value;
  const sameUnit = first.unit === '' || last.unit === first.unit;
  // 由1.2亿元增至0.9万亿元 would need the multiples; both are kept only where they are the same.
  if (!sameUnit) return undefined;
  const quantity: Quantity = {
    ...last,
    start: first.start,
    values: [first.values[0] ?? 0, last.values[0] ?? 0],
  };
  const cue = cueLength(text.slice(last.end, last.end + 3));
  return { role: 'change', quantity, start: first.start - from[0].length, end: last.end + cue };
}

const rankPattern = /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})(位|名)?(?![届次批季期轮个代方者产时])|(?:首位|榜首)/g;
const rankVerb =
  /(?:居|列|排名?|位|跃升?至|升至|进位至?|获|蝉联|名列|排|跃居|均|均居|保持|全国|全省|全球|世界|城市)[^，。；、]{0,12}$/;

/** 居全国第4位, 稳居首位, 跃至第21位, 蝉联全国城市第一. */
function findRanks(text: string, start: number, end: number): Mark[] {
  const sentence = text.slice(start, end);
  const marks: Mark[] = [];
  for (const found of sentence.matchAll(rankPattern)) {
    const left = sentence.slice(Math.max(0, found.index - 18), found.index);
    const right = sentence.slice(found.index + found[0].length, found.index + found[0].length + 3);
    const firstPlace = found[1] === undefined;
    if (!rankVerb.test(left)) continue;
    // 首位度, 第一时间, 第一百货: the word goes on.
    if (!/^(?:[，。；、！）)]|$|的|方阵$)/.test(right) && !(found[2] !== undefined)) continue;
    if (right.startsWith('方阵')) continue;
    const value = firstPlace ? 1 : rankValue(found[1] ?? '');
    if (value === undefined) continue;
    const at = start + found.index;
    marks.push({
      role: 'rank',
      quantity: countOf(at, found[0].length, value, '位', 'rank'),
      start: at,
      end: at + found[0].length,
    });
  }
  return marks;
}

function rankValue(words: string): number | undefined {
  if (isArabicDigitAt(words, 0)) return arabicNumeralAt(words, 0).value;
  return isChineseNumeralAt(words, 0) ? chineseNumeralAt(words, 0)?.value : undefined;
}

/** 八连冠: the eighth time in a row. */
function findCrowns(text: string, start: number, end: number): Mark[] {
  return [...text.slice(start, end).matchAll(/([二三四五六七八九十]{1,2})连冠/g)].flatMap((found) => {
    const value = chineseNumeralAt(found[1] ?? '', 0)?.value;
    if (value === undefined) return [];
    const at = start + found.index;
    return [
      {
        role: 'streak',
        quantity: countOf(at, found[0].length, value, '次', 'count'),
        start: at,
        end: at + found[0].length,
      } as const,
    ];
  });
}

function countOf(
  start: number,
  length: number,
  value: number,
  unit: string,
  unitClass: Quantity['unitClass'],
): Quantity {
  return { start, end: start + length, values: [value], form: 'single', unit, unitClass, more: false, chinese: true };
}
