import { adverbs } from './adverbs.ts';
import { taskVerbs } from './taskVerbs.ts';
import { indexWords, longestWordAt } from './longestWordAt.ts';

const words = indexWords(adverbs);

/** The adverbials from a place on, each with where it starts; the phrase after them starts at the last one's end. */
export interface Adverb {
  readonly start: number;
  readonly end: number;
}

const longest = 10;
const most = 8;
/** 一企一策, 一校一策 */
const oneEach = /^[“"]?一[^一，,、]{1,2}一[策案方档码][”"]?/u;
/** 依靠科技力量地 …: any word of manner that 地 closes. */
const inManner =
  /^[^，,、的以用从对向为在与同聚围瞄锚按由把][^，,、的]{1,3}[化式性](?=推进|推动|实施|开展|打造|建设|提升|做好|落实|培育|整治|推行|梳理)/u;
const withDi =
  /^[^，,、的地]{1,5}[^，,、的地土基用各产绿湿耕高落当本异就内外林场阵营属工目大天田山草飞领余陆境易住腹源圣胜两征宅]地(?![区方点质块铁标面产下理])/u;

export function readAdverbs(clause: string, from: number): readonly Adverb[] {
  const found: Adverb[] = [];
  let at = from;
  while (found.length < most) {
    const end = adverbEnd(clause, at);
    if (end === undefined) break;
    found.push({ start: at, end });
    at =
      clause[end] === '、' || clause[end] === '和' ? (adverbEnd(clause, end + 1) === undefined ? end : end + 1) : end;
  }
  return found;
}

function adverbEnd(clause: string, at: number): number | undefined {
  const word = longestWordAt(words, clause, at);
  if (word !== undefined) return at + word.length;
  const rest = clause.slice(at, at + longest);
  if (!/[策力发档地化式性]/u.test(rest)) return undefined;
  const matched =
    oneEach.exec(rest) ?? (taskVerbs.has(rest.slice(0, 2)) ? null : (inManner.exec(rest) ?? withDi.exec(rest)));
  return matched === null ? undefined : at + matched[0].length;
}
