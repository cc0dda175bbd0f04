import type { Quantity } from '../../tokens/quantity.ts';

/** 10亿元以上制造业项目, 35岁以下大学生, 50米内换乘比例, 20万至60万群体: narrows what is counted after it. */
export function isQualifier(quantity: Quantity, right: string): boolean {
  // 占比超过10%的有44种
  if (quantity.unitClass === 'percent') return right.startsWith('的有');
  if (quantity.unitClass === 'point') return false;
  // 新建5所以上学校 counts them; 50人以上企业 narrows them.
  if (quantity.unitClass === 'count' && quantity.unit !== '人') return false;
  if (quantity.unitClass === 'age')
    return (
      /^(?:及?以[上下])?(?:的)?[一-龥]/.test(right) &&
      !/^(?:及?以上|以下|左右)(?:[，。；、]|$)/.test(right) &&
      !right.startsWith('左右')
    );
  if (quantity.form === 'range' && /^(?:的)?[一-龥]{2}/.test(right) && /元|^万$|^亿$/.test(quantity.unit)) return true;
  return (
    /^(?:及?以[上下]|以内|内)(?:的)?[一-龥A-Za-z“]/.test(right) &&
    !/^(?:以[上下内])(?:和|与|及|并|，|的基础)/.test(right)
  );
}
