import type { Statement } from '../reading.ts';
import { measureNoun } from '../statements/words/lexicon.ts';
import { readLeft } from '../statements/words/left.ts';

/** A name this short is half of a word (尖峰、尖兵…项目), no thing of its own. */
const shortestName = 3;
/** Two things of one kind have names of about one length: 未来社区、未来乡村. */
const mostDifference = 2;

/**
 * 新增托位、床位1.2万个: one number for two things, of which it may say how many there are together (合计) or of each (各). Gives the two
 * metrics, or undefined where the number is plainly of one thing.
 */
export function twoThings(statement: Statement): readonly [string, string] | undefined {
  const { metric, distributive, change, unitSi, value, streak, quote, span } = statement;
  if (distributive !== undefined || typeof value !== 'number' || streak === true) return undefined;
  if (change === 'rank' || change === 'share' || change === 'growth_rate' || unitSi === '%') return undefined;
  // 100座某江、某河驿站: the number stands before a list that is one name.
  if (quote.end > span.end) return undefined;
  const parts = metric.split('、');
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined || /等|（|）/.test(metric)) return undefined;
  const verb = readLeft(first).verb;
  const name = first.slice(verb.length);
  if (Math.min(name.length, second.length) < shortestName) return undefined;
  if (Math.abs(name.length - second.length) > mostDifference) return undefined;
  // 地铁三期、运营总里程: the second is a measure, the first no thing that has one.
  if (measureNoun.test(second) && !measureNoun.test(first)) return undefined;
  return [first, `${verb}${second}`];
}
