import type { Clause } from './sentencesOf.ts';

/** 总体要求是：… to the sentence's end states principles, not tasks. */
const principles = /(?:总体要求|总的要求|指导思想|基本思路|总体思路|总体考虑|工作总要求)(?:是|为)?$/u;
/** The guiding thought opens the same list of principles without naming it so. */
const guided = /以习近平.{1,20}思想为指导/u;
/** 让我们更加紧密地团结…: the closing call. */
const closing = /^让我们|^紧密团结在|更加紧密地团结|^(?:我们)?(?:坚信|相信)/u;
/** 牢记…指示: what the city was told, up to the word that names it as such. */
const cited = /^(?:我们|要|始终|时刻|深刻|深入|坚决|不忘|永远)*(?:牢记|扛起|遵循|领会|领悟|感悟)/u;
const citedWhole = /(?:总书记|党中央|中央|嘱托|重托|殷殷|谆谆)/u;
const citationEnd = /(?:指示|批示|要求|嘱托|重托|讲话|精神|期望|期许|厚望|教诲|论述|宣示)$/u;
/** Ends of a clause that only sets when, where or by what. */
const circumstance =
  /^(?:要|并|紧紧)*(?:瞄准|锚定|围绕|聚焦|紧扣|对标|对照|按照|根据).*(?:目标|任务|定位|要求|部署|方向|主题|主线|大局|规划|战略|需求|需要|趋势|变化|原则|方针|思路)$|^与.*相(?:匹配|适应|衔接|协调|符合)$|(?:的同时|过程中|基础上|前提下|之际|以来|为(?:主题|导向|重点|抓手|引领|牵引|契机|载体|纽带|目标|核心|主线|突破口|统领|依托|支撑|主体|根本|中心|龙头))$|^(?:在|当|待|经).*后$|(?:意义|责任|任务)(?:重大|十分重大|繁重|十分繁重)$|(?:至关|十分|非常|尤为)重要$|(?:目标|任务|要求|重点|措施)(?:是|为)$|的(?:要害|关键|根本|目的|核心|基础|重点|前提)(?:是|在于)|^对.{1,30}提出.{0,12}要求$|是.{0,14}(?:大事|要务|责任|使命|职责|关键|根本|基础|前提|所在)$/u;
/** 抓好以下工作, 抓好十方面工作: announces the list. */
const announces = /^.{0,16}(?:以下|下列|如下|[一二三四五六七八九十]+个?方面)[^，,]{0,8}工作$/u;
const summons = /^(?:各位代表[，,！!]?)?(?:展望未来|面向未来|奋进新征程)/u;
/** Done already. */
const done =
  /(?<!为)了(?!解)|^已(?:经)?|已(?:经)?(?:成为|形成|建成|完成|开)|^(?:前期|此前|去年|过去|一年来|五年来)|^(?:取得|迈出|实现)了/u;
/** What makes the clause before it a condition: 完成目标, 必须… */
const needs = /^(?:必须|需要|离不开|关键|根本|是|就要|就必须|靠|对.{1,30}提出)/u;
/** A passage that looks back: 过去五年, 一年来. */
const lookingBack =
  /^(?:各位代表[，,！!：:]?)?(?:这|过去|刚刚过去的|回顾|总结)(?:的)?(?:[一三五十]|两|几)?年|^[一三五]年来|^(?:我们)?(?:深知|清醒|必须看到|也要看到|也清醒)/u;

/** The clauses of a sentence that may hold a promise. */
export function promisingClauses(text: string, sentence: readonly Clause[]): readonly Clause[] {
  const words = sentence.map(({ start, end }) => text.slice(start, end));
  const promising: Clause[] = [];
  if (words.some((said) => guided.test(said))) return promising;
  for (let index = 0; index < sentence.length; index += 1) {
    const clause = sentence[index];
    const said = words[index];
    if (clause === undefined || said === undefined) continue;
    if (principles.test(said) || closing.test(said) || summons.test(said)) break;
    if (cited.test(said) && (said.includes('牢记') || citedWhole.test(said))) {
      index = endOfCitation(words, index);
      continue;
    }
    const next = words[index + 1];
    if (next !== undefined && needs.test(next)) continue;
    if (isCondition(words, index)) continue;
    if (announces.test(said) || circumstance.test(said) || done.test(said)) continue;
    promising.push(clause);
  }
  return promising;
}

/** 完成目标任务, …, 必须…: what the rest is needed for. */
const isCondition = (words: readonly string[], at: number): boolean =>
  /^(?:完成|实现|做好)/u.test(words[at] ?? '') &&
  ((words[at + 1] ?? '').startsWith('要') || words.slice(at + 1, at + 4).some((later) => later.startsWith('必须')));

/** Whether a paragraph tells what was done, though it stands where targets stand. */
export const looksBack = (opening: string): boolean => lookingBack.test(opening);

/** 新的一年, …: a paragraph that looked back turns to what comes. */
export const turnsAhead = (opening: string): boolean =>
  /^(?:新的一年|新的征程|今年|今后|未来|下一步|我们要|要|各级)/u.test(opening);

function endOfCitation(words: readonly string[], from: number): number {
  if (citationEnd.test(words[from] ?? '')) return from;
  for (let index = from + 1; index < words.length; index += 1) if (citationEnd.test(words[index] ?? '')) return index;
  return from;
}
