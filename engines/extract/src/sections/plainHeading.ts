/** A heading without a number stands alone on its line and is short. */
const longest = 45;
const part = /^第([一二三四五六七八九十])部分[\s\u3000：:、]{0,3}/;
const time =
  /^(?:关于|全力做好|扎实做好|切实做好)?[“"]?(?:(?:19|20)\d\d\s{0,2}年|过去|今后|未来|本届|五年|今年|明年|下一步|一年来|[“"]?十[一二三四五六七八]五)/;
const names =
  /(?:回顾|总结|成就|成绩|成绩单|成效|答卷|情况|安排|部署|目标|任务|重点工作|主要工作|政府工作|工作|展望|要求|打算|思路|取向|举措)$/;

export interface PlainHeading {
  /** 一 of 第一部分; undefined where the line has no number at all. */
  readonly ordinal?: string;
  /** How many characters stand before the heading's own words. */
  readonly length: number;
}

/**
 * A heading that has no 一、: 第一部分 2030年工作回顾, or a line of its own such as 2030年工作回顾. The latter must begin with a time and
 * end in what it heads, since a line that a page break cut looks much like it.
 */
export function plainHeadingOf(line: string): PlainHeading | undefined {
  const numbered = part.exec(line);
  if (numbered?.[1] !== undefined) return { ordinal: numbered[1], length: numbered[0].length };
  if (line.length > longest || line.length < 5 || /[，。；：！？,;:!?、\n]/.test(line)) return undefined;
  return time.test(line) && names.test(line) ? { length: 0 } : undefined;
}
