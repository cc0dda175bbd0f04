import { faults } from '../faults.ts';
import { maxText, spend, type Because, type Run } from '../evaluate/run.ts';
import { compilePattern, type Program } from '../pattern/compilePattern.ts';
import { findMatch, type Match } from '../pattern/matchPattern.ts';
import { parsePattern, type PatternMistake } from '../pattern/parsePattern.ts';
import type { FeelValue } from '../values/value.ts';
import type { Definitions } from './builtin.ts';

const remembered = new Map<string, Program | Because>();
const maxRemembered = 256;
const maxPattern = 4096;

/** Undefined where the pattern or a flag is none. */
function findProgram(pattern: string, flags: FeelValue, run: Run): Program | undefined {
  if (flags !== null && typeof flags !== 'string') return undefined;
  if (pattern.length > maxPattern) throw faults.tooMuchWork({ limit: `${maxPattern} characters of a pattern` });
  const key = `${flags ?? ''}/${pattern}`;
  const known = remembered.get(key);
  if (known !== undefined) return 'steps' in known ? known : refuse(run, known);
  spend(run, pattern.length);
  const read = parsePattern(pattern, flags ?? '');
  const program = 'root' in read ? compilePattern(read) : because(read);
  if (program === undefined) throw faults.tooMuchWork({ limit: 'steps of a pattern' });
  const oldest = remembered.keys().next();
  if (remembered.size >= maxRemembered && oldest.done !== true) remembered.delete(oldest.value);
  remembered.set(key, program);
  return 'steps' in program ? program : refuse(run, program);
}

function because({ at, zh, en }: PatternMistake): Because {
  return { zh: `模式第 ${at} 个字符：${zh}`, en: `the pattern, character ${at}: ${en}` };
}

function refuse(run: Run, reason: Because): undefined {
  run.because = reason;
  return undefined;
}

/** The characters of a text, one number each, and parts of it by their places. */
function characters(text: string): { codes: Uint32Array; slice: (from: number, to: number) => string } {
  if (!/[\uD800-\uDFFF]/.test(text)) {
    const codes = new Uint32Array(text.length);
    for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
    return { codes, slice: (from, to) => text.slice(from, to) };
  }
  const parts = Array.from(text);
  return {
    codes: Uint32Array.from(parts, (part) => part.codePointAt(0) ?? 0),
    slice: (from, to) => parts.slice(from, to).join(''),
  };
}

const spendOf =
  (run: Run) =>
  (steps: number): void =>
    spend(run, steps);

/** All matches one after the other; undefined where the pattern matches nothing at all, which XPath refuses. */
function findAll(program: Program, codes: Uint32Array, run: Run): Match[] | undefined {
  const spent = spendOf(run);
  if (findMatch(program, new Uint32Array(0), 0, spent) !== undefined) {
    return refuse(run, { zh: '模式可以什么也不匹配', en: 'the pattern can match nothing at all' });
  }
  const found: Match[] = [];
  for (let at = 0; at <= codes.length;) {
    const match = findMatch(program, codes, at, spent);
    if (match === undefined) break;
    const end = match[1] ?? 0;
    // A match of nothing at some place only (`$`) is passed over.
    if (end > (match[0] ?? 0)) found.push(match);
    spend(run, 1);
    at = Math.max(end, at + 1);
  }
  return found;
}

function matches(input: FeelValue, pattern: FeelValue, flags: FeelValue, run: Run): boolean | undefined {
  if (typeof input !== 'string' || typeof pattern !== 'string') return undefined;
  const program = findProgram(pattern, flags, run);
  if (program === undefined) return undefined;
  spend(run, Math.ceil(input.length / 64));
  return findMatch(program, characters(input).codes, 0, spendOf(run)) !== undefined;
}

function replace(values: readonly FeelValue[], run: Run): string | undefined {
  const [input, pattern, replacement, flags = null] = values;
  if (typeof input !== 'string' || typeof pattern !== 'string' || typeof replacement !== 'string') return undefined;
  const program = findProgram(pattern, flags, run);
  if (program === undefined) return undefined;
  const parts =
    typeof flags === 'string' && flags.includes('q') ? [replacement] : readReplacement(replacement, program);
  if (parts === undefined) {
    return refuse(run, {
      zh: '替换文本中的“$”后应为数字，“\\”后应为“$”或“\\”',
      en: 'in the replacement a digit has to follow “$”, and “$” or “\\” a “\\”',
    });
  }
  const { codes, slice } = characters(input);
  const found = findAll(program, codes, run);
  if (found === undefined) return undefined;
  let [result, past] = ['', 0];
  for (const match of found) {
    result += slice(past, match[0] ?? 0);
    for (const part of parts) result += typeof part === 'string' ? part : groupOf(match, part, slice);
    past = match[1] ?? past;
    if (result.length > maxText) throw faults.tooMuchWork({ limit: `${maxText} characters` });
  }
  spend(run, Math.ceil(result.length / 64));
  return result + slice(past, codes.length);
}

function groupOf(match: Match, group: number, slice: (from: number, to: number) => string): string {
  const [from, to] = [match[group * 2] ?? -1, match[group * 2 + 1] ?? -1];
  return from < 0 || to < from ? '' : slice(from, to);
}

/** `$1` is a group, `$0` all of the match; `\$` and `\\` are those signs. Undefined for any other `$` or `\` (F&O 3.1, 5.6.4). */
function readReplacement(text: string, program: Program): (string | number)[] | undefined {
  const parts: (string | number)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\') {
      if (next !== '\\' && next !== '$') return undefined;
      parts.push(next);
      at += 1;
    } else if (character === '$') {
      const digits = /^\d+/.exec(text.slice(at + 1, at + 4))?.[0];
      if (digits === undefined) return undefined;
      // As many digits as name a group that there is; one at least, and a group that there is not is nothing.
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > program.groups) length -= 1;
      const group = Number(digits.slice(0, length));
      parts.push(group > program.groups ? '' : group);
      at += length;
    } else parts.push(character);
  }
  return parts;
}

function split(input: FeelValue, delimiter: FeelValue, run: Run): string[] | undefined {
  if (typeof input !== 'string' || typeof delimiter !== 'string') return undefined;
  const program = findProgram(delimiter, null, run);
  if (program === undefined) return undefined;
  const { codes, slice } = characters(input);
  const found = findAll(program, codes, run);
  if (found === undefined) return undefined;
  const parts: string[] = [];
  let past = 0;
  for (const match of found) {
    parts.push(slice(past, match[0] ?? 0));
    past = match[1] ?? past;
  }
  return [...parts, slice(past, codes.length)];
}

/** Regular expressions of XPath; a pattern that is none gives null. */
export const patternFunctions: Definitions = {
  matches: [
    [['input', 'pattern', 'flags?']],
    ([input = null, pattern = null, flags = null], run) => matches(input, pattern, flags, run),
  ],
  replace: [[['input', 'pattern', 'replacement', 'flags?']], (values, run) => replace(values, run)],
  split: [[['string', 'delimiter']], ([input = null, delimiter = null], run) => split(input, delimiter, run)],
};
