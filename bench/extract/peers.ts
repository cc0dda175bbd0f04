import number from '@microsoft/recognizers-text-number';
import withUnit from '@microsoft/recognizers-text-number-with-unit';
import type { ReadStatement } from '@yiwang/extract/conformance';

/** What finds numbers with their units in a text. */
export interface Peer {
  readonly name: string;
  find(text: string): readonly ReadStatement[];
}

const culture = 'zh-cn';

interface Recognised {
  readonly start: number;
  /** Its last character, not the one behind it. */
  readonly end: number;
  readonly text: string;
  readonly resolution: { readonly value?: string | null; readonly unit?: string };
}

/** Recognizers-Text's models for Chinese: units first, then percentages, then the numbers that stand in neither. */
export const recognizers: Peer = {
  name: 'Recognizers-Text 1.3.1, zh',
  find(text) {
    const units: readonly Recognised[] = [
      withUnit.recognizeCurrency(text, culture),
      withUnit.recognizeDimension(text, culture),
      withUnit.recognizeAge(text, culture),
      withUnit.recognizeTemperature(text, culture),
      number.recognizePercentage(text, culture),
    ].flat();
    const taken = units.filter(({ resolution }) => resolution.value !== null && resolution.value !== undefined);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of taken) covered.fill(1, start, end + 1);
    const bare: readonly Recognised[] = number.recognizeNumber(text, culture);
    return [...taken, ...bare.filter(({ start }) => covered[start] !== 1)].map(statementOf);
  },
};

function statementOf({ start, end, text, resolution: { value, unit } }: Recognised): ReadStatement {
  const percent = value?.endsWith('%') === true;
  return {
    span_start: start,
    span_end: end + 1,
    value_si: Number.parseFloat(value ?? ''),
    unit_si: percent ? '%' : unit === undefined ? '' : unitIn(text),
    comparator: 'eq',
  };
}

/** Their units are named in English; as the text writes it, without the multiple, is how ours and the annotation name it. */
function unitIn(text: string): string {
  return text.replace(/^[\d.,\s〇零一二三四五六七八九十百千万亿两点]+/u, '');
}

const unitList =
  '%|个百分点|(?:万亿|千亿|亿|千万|百万|万)?(?:元|美元|平方公里|平方米|立方米|公里|米|公顷|亩|吨|斤|千瓦时|千瓦|人次|人|户|家|个|项|件|条|套|名|位|所|座|处|台|辆|栋|幢|张|部|场|次|年|月|天|小时|分钟|岁|倍)';
const oneLine = new RegExp(`(\\d+(?:\\.\\d+)?)(${unitList})`, 'gu');
const multiples: Readonly<Record<string, number>> = { 万亿: 1e12, 千亿: 1e11, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4 };

/** A regular expression of one line with a good list of units. */
export const oneRegex: Peer = {
  name: 'a one-line regex with a unit list',
  find(text) {
    return Array.from(text.matchAll(oneLine), ({ index, 0: whole, 1: figure = '', 2: unit = '' }) => {
      const multiple = /^(?:万亿|千亿|亿|千万|百万|万)/.exec(unit)?.[0] ?? '';
      return {
        span_start: index,
        span_end: index + whole.length,
        value_si: Number((Number(figure) * (multiples[multiple] ?? 1)).toPrecision(12)),
        unit_si: unit.slice(multiple.length),
        comparator: 'eq',
      };
    });
  },
};
