import type { Quantity } from '../../tokens/quantity.ts';

const clockNoun =
  /(?:时间|时长|用时|时限|耗时|办结|审批|压减|压缩|缩短|延长|控制|平均|达|至|到|不超过|天数|提速|提前|限时|通勤)/;

export const durationUnits = new Set([
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

/** 25分钟 of 审批压减至25分钟; not 24小时值守 or 三年行动. */
export function isTimeValue(quantity: Quantity, left: string, right: string): boolean {
  if (quantity.unit === '年' && /(?:年限|年龄|工龄)[^，。；、]{0,6}$/.test(left)) return true;
  if (quantity.unit === '年' || quantity.unit === '月' || quantity.unit === '日') return false;
  if (quantity.chinese) return false;
  return (
    clockNoun.test(left) &&
    (/^(?:以内|以上|以下|之内|左右|内)?(?:[，。；、）)]|$)/.test(right) || /(?:至|到|达|为|在|过)$/.test(left))
  );
}
