import type { Quantity } from '../../tokens/quantity.ts';

/** 10亿元以上制造业项目, 35岁以下大学生, 50米内换乘比例, 20万至60万群体: narrows what is counted after it. */
export function isQualifier(quantity: Quantity, left: string, right: string): boolean {
  if (isThreshold(quantity, left, right)) return true;
  // 80种产品中，占比超过10%的有44种: out of so many.
  if (quantity.unitClass === 'count' && /^[一-龥]{1,10}中(?:，|有[0-9])/.test(right)) return true;
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

const cue = /(?:超过?|逾|近|约|达到?|不低于|不少于|过)$/;
const counted = /^(?:以上)?的[^，。；、0-9]{2,20}[0-9]{1,6}[多余]?[个家项座名所条户处位件台艘]/;

/** 总投资超10亿元的项目46个, 全省首个超百亿元工程: what is counted, or is the first, is that large. */
function isThreshold({ unitClass, unit }: Quantity, left: string, right: string): boolean {
  if (unitClass !== 'money' && unitClass !== 'physical' && !/人次?$/.test(unit)) return false;
  // 对年收入不到100万元的部分减半: who is meant.
  if (right.startsWith('的部分') || (unitClass === 'money' && /^以上[0-9]{1,5}[个家项]/.test(right))) return true;
  if (!cue.test(left)) return false;
  return (
    counted.test(right) ||
    (/(?:首[个座条家只]|第[0-9一二三四五六七八九十]{1,3}[个座条家]|唯一)[^，。；、]{0,8}$/.test(left) &&
      /^的?[一-龥]{2}/.test(right))
  );
}
