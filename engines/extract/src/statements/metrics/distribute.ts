import { measureNoun } from '../words/lexicon.ts';

/** Words that hold two: 城乡居民 are 城镇居民 and 农村居民. */
const pairs: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/城乡/, ['城镇', '农村']],
  [/进出口/, ['出口', '进口']],
  [/男女/, ['男性', '女性']],
];

/**
 * The metrics of 分别: A、B的X分别为… in as many parts as there are values. A shared tail (刑事、治安警情) or a shared head
 * (粮食播种面积和总产量) goes to each. Undefined where the subject does not divide so; 进出口
 * divides only where 分别 stands (`distributed`), since both together are a metric too.
 */
export function distribute(subject: string, count: number, distributed: boolean): readonly string[] | undefined {
  for (const separator of [/、/, /[、和与及]|以及/, /[、和与及]|以及|暨/]) {
    const parts = subject.split(separator).filter((part) => part !== '');
    if (parts.length === count) return completed(parts);
  }
  const pair = count === 2 ? pairs.find(([pattern]) => pattern.test(subject)) : undefined;
  if (pair !== undefined && (distributed || subject.includes('城乡')))
    return pair[1].map((word) => subject.replace(pair[0], word));
  return undefined;
}

function completed(parts: readonly string[]): readonly string[] {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return parts.map((part, index) => {
    if (index === 0) return measureNoun.test(part) ? part : part + sharedTail(part, last);
    if (index < parts.length - 1)
      return measureNoun.test(part) ? sharedHead(first, part) + part : part + sharedTail(part, last);
    return sharedHead(first, part) + part;
  });
}

/** 警情 of 刑事、治安警情; 增加值 of 高技术制造业、装备制造业增加值. */
function sharedTail(part: string, last: string): string {
  if (part === last) return '';
  // The longest end of the part that the last one holds: 制造业 of 先进制造业 in 高技术制造业增加值占工业增加值比重.
  for (let length = part.length; length > 0; length -= 1) {
    const at = last.indexOf(part.slice(-length));
    const end = at + length;
    if (at > 0 && end < last.length) return last.slice(end);
  }
  if (/^(?:城镇|农村|城市|乡村|国有|民营)$/.test(part)) return last.slice(part.length);
  const measured = last.search(
    /人均|户均|年均|经费|增加值|进出口|出口|进口|销售|产值|产量|吞吐量|发送量|客运量|货运量|总量|总额|数量|占|补助标准/,
  );
  if (measured > 0) return last.slice(measured);
  return last.length > part.length ? last.slice(part.length) : '';
}

/** Nouns of measure with what they are usually of: what stands before them is the head. */
const measurePhrase =
  /(?:[一-龥]{1,2}率|播种面积|[总]?面积|总?产量|总量|总额|(?:死亡|受伤|参保|就业|游客)?人数|[起件次]数|数量|增加值|销售额|零售额|收入|支出|投资|浓度|比例|比重|占比|[一-龥]数|[一-龥]量|[一-龥]额|[一-龥]值)$/;

/** 粮食 of 粮食播种面积和总产量: only where what follows is too short to stand alone. */
function sharedHead(first: string, part: string): string {
  if (part.length > 5 || !measureNoun.test(first) || !measureNoun.test(part)) return '';
  const tail = measurePhrase.exec(first)?.[0];
  if (tail === undefined) return '';
  const head = first.slice(0, first.length - tail.length);
  return head.length >= 2 && !part.startsWith(head.slice(0, 2)) ? head : '';
}
