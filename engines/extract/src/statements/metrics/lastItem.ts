import { readLeft } from '../words/left.ts';

const inClause =
  /(?:实现|推进|开展|完成|建成|加快|深化|实施|提升|全部|突破|启动|通车|开通|投用|投运|持续|扎实|有序|顺利|明显|不断|新增|评估|任务)/;

/** Of 基本医保实现市级统筹、参保率, the metric is the last item; of 新建成中小学、幼儿园 it is both. */
export function lastItem(subject: string): string {
  const items = subject.split('、');
  const last = items.at(-1) ?? '';
  if (items.length === 1) return subject;
  if (/^[并且]/.test(last)) return last.replace(/^[并且]/, '');
  const begins = readLeft(last);
  if (begins.verb !== '' || begins.emptyVerb) return last;
  const first = readLeft(items[0] ?? '');
  const clause = items.findLastIndex((item, index) => {
    const words = index === 0 && first.verb !== '' ? item.slice(item.indexOf(first.verb) + first.verb.length) : item;
    return index < items.length - 1 && inClause.test(words.slice(index === 0 && first.verb !== '' ? 0 : 1));
  });
  return clause === -1 ? subject : items.slice(clause + 1).join('、');
}
