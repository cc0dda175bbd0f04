import { readVerb, type Verb } from './readVerb.ts';

/** They say where the object goes, so nothing after them is the predicate. */
const decisive = /(?:作为|纳入|放在|摆在|放到|贯穿|融入|列为|列入|用在|花在|置于|抓在|端在|挺在|嵌入)/u;
const other = /(?:转化|转变|落到|落实|建设成|打造成|建成|结合|体现|建设|[办抓做建](?=[好成优强实细紧牢起下得]))/u;

/** 把 X 办好, 把 X 贯穿到 Y: the verb that stands after its object. */
export function readDisposal(clause: string, at: number): { verb: Verb; object: string } | undefined {
  if (clause[at] !== '把' && clause[at] !== '将') return undefined;
  const goal = found(clause, at, decisive);
  if (goal !== undefined) return goal;
  const kept = /(..)(?:出来|起来|下去|到位|到底)$/u.exec(clause);
  const keptVerb =
    kept === null || kept.index < at + 3 ? undefined : readVerb(clause.slice(0, kept.index + 2), kept.index);
  if (keptVerb !== undefined) return { verb: keptVerb, object: clause.slice(at + 1, keptVerb.start) };
  for (let start = clause.length - 2; start > at + 2; start -= 1) {
    const verb = readVerb(clause, start);
    if (verb === undefined || verb.end !== clause.length || verb.kind === 'nominal') continue;
    let first = verb;
    for (let earlier = start - 2; earlier > at + 2; earlier -= 2) {
      const before = readVerb(clause, earlier);
      if (before === undefined || before.end < first.start || before.kind === 'nominal') break;
      first = { ...before, text: clause.slice(earlier), end: clause.length };
    }
    return { verb: first, object: clause.slice(at + 1, first.start) };
  }
  return found(clause, at, other);
}

function found(clause: string, at: number, verbs: RegExp): { verb: Verb; object: string } | undefined {
  const matched = verbs.exec(clause.slice(at + 2));
  if (matched === null) return undefined;
  const start = at + 2 + matched.index;
  const plain: Verb = { text: matched[0], start, end: start + matched[0].length, kind: 'certain' };
  const verb = matched[0].length === 1 ? (readVerb(clause, start) ?? plain) : plain;
  return { verb, object: clause.slice(at + 1, start) };
}
