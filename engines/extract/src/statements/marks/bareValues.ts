import type { Quantity } from '../../tokens/quantity.ts';

/** A number without a unit is a value of a ratio noun (倍差1.7以内), of a plain magnitude (总量破2万亿), or of a list. */
export function isBareValue(quantity: Quantity, left: string, right: string): boolean {
  if (quantity.unit !== '')
    return (
      quantity.more ||
      isPeople(quantity, right) ||
      /(?:超|近|达|约|破|过|到|至|迈上|、)$/.test(left) ||
      /^(?:以上|左右|[，。；、]|$)/.test(right) ||
      quantity.form === 'range'
    );
  return /(?:倍差|系数|指数|比值?|总和生育率|生育率|收入比|负荷率|得分|评分|分值)[^，。；、]{0,8}$/.test(left);
}

/** 551万农村人口, 1亿农业转移人口: people and households are often counted without a measure word. */
function isPeople({ unit, form }: Quantity, right: string): boolean {
  return (
    form === 'single' &&
    /^[万亿]$/.test(unit) &&
    /^[^，。；、]{0,10}?(?:人口|学生|在校生|毕业生|农民|劳动者|职工|群众|居民|儿童|家庭|纳税人|市场主体|经营主体|老年人|残疾人|党员)/.test(
      right,
    )
  );
}
