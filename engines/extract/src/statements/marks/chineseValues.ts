import type { Quantity } from '../../tokens/quantity.ts';

/** Chinese digits: 十件民生实事, 八成以上, 超千亿元; not 两个确立, 三大, 一批. */
export function isChineseValue(quantity: Quantity, left: string, right: string): boolean {
  const value = quantity.values[0] ?? 0;
  if (quantity.unit === '') return false;
  if (quantity.unit === '成')
    return /^(?:以上|左右|多|[，。；、]|$)/.test(right) || /(?:超|近|约|达|过|下降|增长|精简|压减)$/.test(left);
  // 翻一番, 增长近一倍
  if (quantity.unitClass === 'times') return /(?:翻|增长|提高|超|近|达|是|增加)(?:了|近|约|超)?$/.test(left);
  // 亿元楼, 百亿项目, 万元产值: a bare multiple is a magnitude, unless a cue makes it a value.
  if (isBareMultiple(quantity))
    return (
      /(?:超|近|达|约|过|破|逾|突破|上)$/.test(left) ||
      (/(?:在|为|至|到)$/.test(left) && /^(?:以上|左右|以内)(?:[，。；、]|$)/.test(right))
    );
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
