import type { SystemCategory } from '../reading.ts';
import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** What follows a quoted name and says what it is. */
const FOLLOWED: readonly (readonly [category: SystemCategory, after: RegExp])[] = [
  ['mechanism', /^(?:[一-龥]{0,4}改革|集成式?改革|审批|监管|机制|制度|承诺|执法|服务机制|分级分类监管|工作法|办理)/u],
  ['model', /^[一-龥]{0,4}(?:模式|经验|做法)/u],
  ['programme', /^[一-龥]{0,8}(?:行动|工程|计划|战略|大会战|攻坚战|攻坚)/u],
  ['platform', /^[一-龥]{0,6}(?:平台|系统|应用|小程序|服务包)/u],
  ['framework', /^[一-龥]{0,8}(?:体系|框架)/u],
  ['mechanism', /^[一-龥]{0,2}政策/u],
  ['list', /^[一-龥]{0,4}(?:清单|名单)/u],
  ['index', /^[一-龥]{0,2}指数/u],
];
/** A list of quoted names and what they all are: “甲”“乙”等应用. */
const LISTED =
  /^(?:、[^“”、]{2,12}){0,3}等[一-龥]{0,8}?(应用|平台|机制|改革|模式|制度|系统|行动|工程|计划|入选|上线|做法)/u;
const OF_LISTED: Readonly<Record<string, SystemCategory>> = {
  应用: 'application',
  平台: 'platform',
  系统: 'platform',
  入选: 'application',
  上线: 'application',
  模式: 'model',
  做法: 'model',
  行动: 'programme',
  工程: 'programme',
  计划: 'programme',
};
/** Quoted words that are no system: plan periods, mottos of numbers, metaphors. */
const NO_NAME =
  /^(?:十[一二三四五六]五|[\d·.—-]+|[一-龥]|.*(?:年|期|奖|日|周|月|条|代表|主义|思想|精神|问题|观)|两个[一-龥]{2,3}|[一二三四五六七八九十两双]?[一-龥]|[一二三四五六七八九十两双][一-龥]|一老一小|.*[\d].{0,2}|[一二三四五六七八九十]个[一-龥]{1,3}|双一流|三农|双碳|新三样|老字号|小巨人|专精特新.*|一带一路|好房子|[一二三四五六七八九十]稳|[一二三四五六七八九十]保|黑天鹅|灰犀牛|菜篮子|米袋子|领头雁|主力军|牛鼻子|四风|双减|绿水青山.*)$/u;

/** What digits in quotes count: “2468”体系. */
const CODED =
  /^[一-龥]{0,8}?(?:体系|格局|布局|部署|安排|架构|政策|目标|框架|行动|工程|计划|战略|大会战|机制|模式|改革|城市群|集群)/u;
const CODED_PROGRAMME = /(?:行动|工程|计划|战略|大会战)$/u;

interface Quoted {
  readonly start: number;
  readonly end: number;
  /** What follows the closing quote begins here. */
  readonly after: number;
}

export function* quotedNames(text: string, clause: Clause): Generator<Candidate> {
  if (clause.quotes.length === 0) return;
  const quoted = [...quotedIn(text, clause)];
  let following: SystemCategory | undefined;
  for (const each of quoted.toReversed()) {
    const rest = text.slice(each.after, Math.min(each.after + 48, clause.end));
    const joined = /^[、和与]?“/u.test(rest) || /^[、和与]$/u.test(rest);
    const listed = LISTED.exec(rest)?.[1];
    const plain = /^[等的]/u.test(rest) ? undefined : FOLLOWED.find(([, after]) => after.test(rest))?.[0];
    following = listed === undefined ? (plain ?? (joined ? following : undefined)) : (OF_LISTED[listed] ?? 'mechanism');
    const words = text.slice(each.start, each.end);
    if (/^(?=.*\d)[\dA-Z+＋×]{2,8}$/u.test(words)) {
      const head = CODED.exec(rest)?.[0];
      if (head !== undefined)
        yield {
          start: each.start - 1,
          end: each.after + head.length,
          category: CODED_PROGRAMME.test(head) ? 'programme' : 'framework',
          confidence: 0.9,
        };
    } else if (following !== undefined && words.length >= 2 && words.length <= 20 && !NO_NAME.test(words)) {
      const shared =
        text.charAt(each.after) === '“' && following === 'programme' ? sharedHead(text, each.after, clause.end) : '';
      yield {
        start: each.start,
        end: each.end,
        category: following,
        confidence: 0.75,
        ...(shared === '' ? {} : { name: words + shared }),
      };
    }
  }
}

/** 扩容”“提质行动: the head that the last of two names gives to both. */
function sharedHead(text: string, from: number, limit: number): string {
  return /^[“”][^“”]{2,8}?(行动|工程|计划)/u.exec(text.slice(from, Math.min(from + 16, limit)))?.[1] ?? '';
}

/**
 * The quoted parts of a clause. A text that lost the outer quotes of two (甲”“乙改革) still tells where they parted: the first begins where
 * a name may begin, the second ends before its head noun.
 */
function* quotedIn(text: string, clause: Clause): Generator<Quoted> {
  let opened = -1;
  for (const at of clause.quotes) {
    if (text.charAt(at) === '“') {
      opened = at;
      continue;
    }
    if (opened >= 0) yield { start: opened + 1, end: at, after: at + 1 };
    else {
      const before = clause.cuts.findLast((cut) => cut.at < at)?.at ?? clause.start;
      const mark = [...clause.particles, ...clause.pauses]
        .filter((each) => each < at && each >= before)
        .map((each) => each + 1);
      yield { start: Math.max(before, ...mark), end: at, after: at + 1 };
    }
    opened = -1;
  }
  const previous = clause.quotes.at(-2);
  if (opened < 0 || previous === undefined || previous !== opened - 1) return;
  const particle = clause.particles.find((at) => at > opened) ?? clause.end;
  const rest = text.slice(opened + 1, particle);
  const head = /[一-龥]{0,9}?(?:改革|行动|工程|计划|机制|模式|体系|制度|平台|应用|组合拳)/u.exec(rest);
  if (head !== null && head.index === 0) {
    const tail = /(?:集成式)?(?:改革|行动|工程|计划|机制|模式|体系|制度|平台|应用|组合拳)$/u.exec(head[0]);
    const length = head[0].length - (tail?.[0].length ?? 0);
    if (length >= 2) yield { start: opened + 1, end: opened + 1 + length, after: opened + 1 + length };
  }
}
