import type { Candidate } from './headedNames.ts';
import type { Clause } from './readClause.ts';

/** Lists that somebody outside keeps: what a place was taken into, awarded or ranked in (入选…案例, 蝉联…城市, …500强). */
const TAKEN_INTO =
  /(?:入选|入围|蝉联|获评为?|荣获|荣膺|列入|跻身|评为|被评为|被授予|命名为|上榜|获得|获批|成功创建|创成|喜获|通过|成为)/u;
const TITLE =
  /(?:名单|案例|应用|城市|城区|集群|集聚区|示范区|示范市|示范县|先行区|试点|目录|榜单|奖|称号|样板|品牌|模范城)(?:（[一-龥]{1,6}）)?$/u;
const STRENGTH =
  /[一-龥]{0,16}?(?:\d{2,4}|百|千|[一二三五]百)强(?:[县区镇](?![域级内外]))?(?![大化劲度制调势省市国])/gu;
const QUANTITY = /^\d+(?:个|家|项|座)/u;
/** Verbs of many other uses. */
const LOOSE_VERB: ReadonlySet<string> = new Set(['获得', '获批', '通过', '成为', '跻身']);
/** Ways to go in the sentence: a list's name doesn't start with these. */
const LOOSE = /^(?:了?“|了|(?:全国|国家|全球|全省)?首批|全国(?=\d)|全球(?=\d)|新一批|国家级)/u;

export function* rankings(text: string, clause: Clause): Generator<Candidate> {
  const words = text.slice(clause.start, clause.end);
  const verb = TAKEN_INTO.exec(words);
  if (verb !== null) yield* taken(clause, words, verb);
  if (!words.includes('强')) return;
  STRENGTH.lastIndex = 0;
  for (let found = STRENGTH.exec(words); found !== null; found = STRENGTH.exec(words)) {
    const last = clause.cuts.findLast(
      (cut) => cut.at <= clause.start + found.index + found[0].length - 3 && cut.at > clause.start + found.index,
    );
    const marks = [...clause.pauses, ...clause.joints, ...clause.particles].filter(
      (at) => at >= clause.start + found.index && at < clause.start + found.index + found[0].length - 2,
    );
    const start = Math.max(last?.at ?? 0, clause.start + found.index, ...marks.map((at) => at + 1));
    const end = clause.start + found.index + found[0].length;
    if (end - start > 3) yield { start, end, category: 'list', confidence: 0.85 };
  }
}

function* taken(clause: Clause, words: string, verb: RegExpExecArray): Generator<Candidate> {
  let rest = words
    .slice(verb.index + verb[0].length)
    .replace(/(?:建设|创建|金字招牌|行列|复评|复审|复查|验收)$/u, '')
    .replace(/”(?:称号)?$/u, '');
  const pause = rest.indexOf('、');
  if (pause > 0) rest = rest.slice(0, pause);
  if (!TITLE.test(rest) || rest.length > 34 || (LOOSE_VERB.has(verb[0]) && /[的\d]/u.test(rest))) return;
  const loose = LOOSE.exec(rest)?.[0].length ?? 0;
  const quantity = loose + (QUANTITY.exec(rest.slice(loose))?.[0].length ?? 0);
  const start = clause.start + verb.index + verb[0].length + quantity;
  const end = start + rest.length - quantity;
  if (end - start >= 5) yield { start, end, category: 'list', confidence: LOOSE_VERB.has(verb[0]) ? 0.6 : 0.8 };
}
