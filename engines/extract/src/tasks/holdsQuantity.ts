const digits = '0-9０-９';
/** A number that is part of a name, a date or an ordinal. */
const names = new RegExp(
  [
    `[${digits}]{4}年`,
    `[${digits}]{1,2}月(?:[${digits}]{1,2}[日号])?`,
    `第[${digits}一二三四五六七八九十百]+`,
    `[“"‘][^”"’]{0,4}[${digits}][^”"’]{0,12}[”"’]`,
    `[${digits}]+(?:[+＋][${digits}NXn]+)+(?![${digits}]*[个项家件])`,
    `[A-Za-z]+[_.-]?[${digits}]+(?:\\.[${digits}]+)?`,
    `[${digits}]+(?:\\.[${digits}]+)?[A-Za-z]+`,
    `[${digits}]+(?:\\.[${digits}]+)?版`,
    `[“"]?[${digits}]+(?:分钟|小时|公里)(?=[^，,。；;]{0,8}圈)`,
    `[${digits}]+(?:强|期|号|级|周年|年期)`,
    `[${digits}]+年(?=[^，,。]{0,3}(?:行动|计划|规划|攻坚|目标|期|试点))`,
    `24小时`,
    `[${digits}]+\\.[${digits}]+(?=方案|政策|时代|工程|行动|计划)`,
    `[${digits}]{4}(?=目标|行动|工程|计划|战略|体系)`,
  ].join('|'),
  'gu',
);
const quoted = /[“"‘][^“”"’0-9]{1,14}[”"’]/gu;
const measured = new RegExp(`[${digits}]`, 'u');
/** Chinese numerals count only from ten up: 三大, 两个, 八项规定 are names far more often than measures. */
const spelled =
  /(?:[一二两三四五六七八九]?[十百千][一二三四五六七八九十百千]*|[数几上近]?[十百千])(?:余|多)?(?:万|亿)?(?:(?:[件个家所座条处名套户亩吨]|项(?!目)|公[里顷斤])|万)/u;
const magnitude = /(?<!一批[^，,]{0,24})(?:[百千万]亿|千万)(?:[元级]|(?=产业|集群|市场|赛道|企业|规模|能级|GDP))/u;
const fraction =
  /翻(?:一|两)?番|[一二三四五六七八九]成(?:以上|以下|左右)|一半以上|过半|百分之|倍增至|增长[一二两三]倍/u;

/** After 超, 达, … even 10期 is a count. */
const surely = /(?:超|超过|达|达到|不低于|不少于|约|近)[0-9０-９]/u;

/** Whether a clause states a quantity: then it is a statement's, not a task's. */
export function holdsQuantity(clause: string): boolean {
  const unquoted = clause.replace(quoted, '');
  if (fraction.test(unquoted) || spelled.test(unquoted) || magnitude.test(unquoted)) return true;
  if (surely.test(unquoted)) return true;
  return measured.test(clause) && measured.test(clause.replace(names, ''));
}
