import { feelText, isList, kindOf, type FeelValue } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import { findScaled } from '../scaledNumber.ts';
import { numberWords } from './numberWords.ts';
import type { Subject } from './subjectWords.ts';

export const notGiven: Bilingual = { zh: '未提供', en: 'not given' };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A value as a person says it, with its unit or its name in the register. */
export function valueWords(value: FeelValue, { unit, column }: Pick<Subject, 'unit' | 'column'>): Bilingual {
  if (value === null) return notGiven;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') {
    const known = column?.type === 'string' ? column.values?.find((one) => one.value === value) : undefined;
    return known?.label ?? { zh: value, en: value };
  }
  const number = findScaled(value);
  if (number !== undefined) return numberWords(number, unit);
  if (kindOf(value) === 'date') return dateWords(feelText(value));
  if (isList(value)) {
    const items = value.map((item) => valueWords(item, { unit, column }));
    return { zh: items.map(({ zh }) => zh).join('、'), en: items.map(({ en }) => en).join(', ') };
  }
  return { zh: feelText(value), en: feelText(value) };
}

/** `2031-05-01` */
function dateWords(text: string): Bilingual {
  const [year = '', month = '', day = ''] = text.split('-');
  const name = months[Number(month) - 1];
  if (name === undefined || year === '') return { zh: text, en: text };
  return { zh: `${year} 年 ${Number(month)} 月 ${Number(day)} 日`, en: `${Number(day)} ${name} ${year}` };
}
