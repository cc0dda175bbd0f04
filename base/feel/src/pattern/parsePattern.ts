import {
  anyOf,
  between,
  caseless,
  everyCharacter,
  findMultiple,
  findProperty,
  foldCase,
  lineCharacter,
  not,
  single,
  tabled,
  without,
  type CharacterSet,
} from './characterSet.ts';

export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'again'; readonly group: number }
  | { readonly kind: 'group'; readonly inner: PatternNode; readonly index: number }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      /** Infinity where there is no most. */
      readonly most: number;
      readonly greedy: boolean;
    };

export interface Pattern {
  readonly root: PatternNode;
  readonly groups: number;
  readonly lines: boolean;
  readonly ignoreCase: boolean;
}

/** Why a pattern is none, and at which character (from 1). */
export interface PatternMistake {
  readonly at: number;
  readonly zh: string;
  readonly en: string;
}

interface Flags {
  readonly dotAll: boolean;
  readonly lines: boolean;
  readonly ignoreCase: boolean;
  readonly extended: boolean;
  readonly quoted: boolean;
}

/** Thrown and caught inside this file: the grammar is read by descent. */
class Malformed {
  readonly mistake: PatternMistake;
  constructor(at: number, zh: string, en: string) {
    this.mistake = { at: at + 1, zh, en };
  }
}

const maxDepth = 100;
const maxCount = 1000;
const escapable = new Set('\\|.?*+(){}$-[]^');
const special = new Set('.\\?*+{}()|[]^$');

/** Reads an expression of XPath and XML Schema (F&O 3.1, 5.6.1; XSD 1.1 part 2, G) with the flags s, m, i, x, q. */
export function parsePattern(text: string, flags = ''): Pattern | PatternMistake {
  const wrong = Array.from(flags).find((flag) => !'smixq'.includes(flag));
  if (wrong !== undefined) return { at: 1, zh: `没有标志“${wrong}”`, en: `there is no flag “${wrong}”` };
  const has = (flag: string): boolean => flags.includes(flag);
  const quoted = has('q');
  const options: Flags = {
    dotAll: has('s'),
    lines: has('m') && !quoted,
    ignoreCase: has('i'),
    extended: has('x') && !quoted,
    quoted,
  };
  try {
    return new Reader(text, options).pattern();
  } catch (error) {
    if (error instanceof Malformed) return error.mistake;
    throw error;
  }
}

class Reader {
  readonly #codes: readonly string[];
  readonly #flags: Flags;
  readonly #closed = new Set<number>();
  #at = 0;
  #groups = 0;
  #depth = 0;

  constructor(text: string, flags: Flags) {
    this.#codes = Array.from(flags.extended ? withoutBlanks(text) : text);
    this.#flags = flags;
  }

  pattern(): Pattern {
    const { lines, ignoreCase, quoted } = this.#flags;
    const root = quoted ? sequence(this.#codes.map((character) => this.#literal(character))) : this.#choice();
    if (this.#at < this.#codes.length && !quoted) this.#refuse('多余的“)”', 'a “)” without its “(”');
    return { root, groups: this.#groups, lines, ignoreCase };
  }

  #refuse(zh: string, en: string): never {
    throw new Malformed(this.#at, zh, en);
  }

  #peek(): string | undefined {
    return this.#codes[this.#at];
  }

  #take(wanted: string): boolean {
    if (this.#codes[this.#at] !== wanted) return false;
    this.#at += 1;
    return true;
  }

  #choice(): PatternNode {
    this.#depth += 1;
    if (this.#depth > maxDepth) this.#refuse('嵌套过深', 'nested too deeply');
    const branches = [this.#branch()];
    while (this.#take('|')) branches.push(this.#branch());
    this.#depth -= 1;
    return branches.length === 1 ? (branches[0] ?? sequence([])) : { kind: 'choice', branches };
  }

  #branch(): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) {
      parts.push(this.#quantified(this.#atom(next)));
    }
    return sequence(parts);
  }

  #quantified(inner: PatternNode): PatternNode {
    const count = this.#count();
    if (count === undefined) return inner;
    const greedy = !this.#take('?');
    return { kind: 'repeat', inner, least: count[0], most: count[1], greedy };
  }

  #count(): readonly [number, number] | undefined {
    if (this.#take('?')) return [0, 1];
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (!this.#take('{')) return undefined;
    const least = this.#integer();
    let most = least;
    if (this.#take(',')) most = this.#peek() === '}' ? Infinity : this.#integer();
    if (!this.#take('}')) this.#refuse('缺少“}”', 'a “}” is missing');
    if (most < least) this.#refuse('次数上限小于下限', 'the most is below the least');
    return [least, most];
  }

  #integer(): number {
    let digits = '';
    for (let next = this.#peek(); next !== undefined && next >= '0' && next <= '9'; next = this.#peek()) {
      digits += next;
      this.#at += 1;
    }
    if (digits === '') this.#refuse('此处应为次数', 'a count is missing');
    if (digits.length > 6 || Number(digits) > maxCount)
      this.#refuse(`次数超过 ${maxCount}`, `a count past ${maxCount}`);
    return Number(digits);
  }

  #atom(next: string): PatternNode {
    switch (next) {
      case '^':
        this.#at += 1;
        return { kind: 'start' };
      case '$':
        this.#at += 1;
        return { kind: 'end' };
      case '.':
        this.#at += 1;
        return { kind: 'set', set: this.#flags.dotAll ? everyCharacter : lineCharacter };
      case '(':
        this.#at += 1;
        return this.#group();
      case '[':
        return { kind: 'set', set: tabled(this.#class()) };
      case '\\':
        return this.#escape();
      default:
        if (special.has(next)) this.#refuse(`“${next}”前应有“\\”`, `“${next}” needs a “\\” before it`);
        this.#at += 1;
        return this.#literal(next);
    }
  }

  #literal(character: string): PatternNode {
    const code = character.codePointAt(0) ?? 0;
    if (!this.#flags.ignoreCase) return { kind: 'set', set: single(code) };
    const folded = foldCase(code);
    return { kind: 'set', set: (other) => other === code || foldCase(other) === folded };
  }

  #group(): PatternNode {
    const capturing = !(this.#codes[this.#at] === '?' && this.#codes[this.#at + 1] === ':');
    if (!capturing) this.#at += 2;
    const index = capturing ? (this.#groups += 1) : 0;
    const inner = this.#choice();
    if (!this.#take(')')) this.#refuse('缺少“)”', 'a “)” is missing');
    if (!capturing) return inner;
    this.#closed.add(index);
    return { kind: 'group', inner, index };
  }

  #escape(): PatternNode {
    const next = this.#codes[this.#at + 1];
    if (next !== undefined && next >= '1' && next <= '9') return this.#again();
    return { kind: 'set', set: this.#caselessIfOne(this.#escaped()) };
  }

  /** The longest number of a group that is already closed. */
  #again(): PatternNode {
    this.#at += 1;
    let group = 0;
    for (let next = this.#peek(); next !== undefined && next >= '0' && next <= '9'; next = this.#peek()) {
      const longer = group * 10 + Number(next);
      if (group > 0 && !this.#closed.has(longer)) break;
      group = longer;
      this.#at += 1;
    }
    if (!this.#closed.has(group)) this.#refuse(`没有第 ${group} 组`, `there is no group ${group} before`);
    return { kind: 'again', group };
  }

  #caselessIfOne(escaped: Escaped): CharacterSet {
    if (!('code' in escaped)) return escaped.set;
    return this.#flags.ignoreCase ? caseless(single(escaped.code)) : single(escaped.code);
  }

  #escaped(): Escaped {
    this.#at += 1;
    const next = this.#peek() ?? this.#refuse('“\\”后缺少字符', 'nothing follows a “\\”');
    this.#at += 1;
    const control = { n: 0xa, r: 0xd, t: 0x9 }[next];
    if (control !== undefined) return { code: control };
    if (escapable.has(next)) return { code: next.charCodeAt(0) };
    if (next === 'p' || next === 'P') return { set: this.#property(next === 'P') };
    const set = findMultiple(next);
    if (set !== undefined) return { set };
    this.#at -= 1;
    return this.#refuse(`没有转义“\\${next}”`, `there is no escape “\\${next}”`);
  }

  #property(negated: boolean): CharacterSet {
    if (!this.#take('{')) this.#refuse('“\\p”后应为“{”', 'a “{” has to follow “\\p”');
    const end = this.#codes.indexOf('}', this.#at);
    const name = end === -1 ? '' : this.#codes.slice(this.#at, end).join('');
    const set = findProperty(name) ?? this.#refuse(`没有字符类别“${name}”`, `there is no category or block “${name}”`);
    this.#at = end + 1;
    return negated ? not(set) : set;
  }

  /** `[a-z-[aeiou]]`: the characters of a group, or all others, without those of another. */
  #class(): CharacterSet {
    this.#depth += 1;
    if (this.#depth > maxDepth) this.#refuse('嵌套过深', 'nested too deeply');
    this.#at += 1;
    const negated = this.#take('^');
    const sets: CharacterSet[] = [];
    let removed: CharacterSet | undefined;
    while (!this.#take(']')) {
      if (removed !== undefined) this.#refuse('减去的字符集之后应为“]”', 'a “]” has to follow what is taken away');
      if (this.#peek() === '-' && this.#codes[this.#at + 1] === '[' && sets.length > 0) {
        this.#at += 1;
        removed = this.#class();
      } else sets.push(this.#range(sets.length === 0));
    }
    if (sets.length === 0) this.#refuse('字符集为空', 'the set is empty');
    this.#depth -= 1;
    const positive = this.#flags.ignoreCase ? caseless(anyOf(sets)) : anyOf(sets);
    const whole = negated ? not(positive) : positive;
    return removed === undefined ? whole : without(whole, removed);
  }

  #range(first: boolean): CharacterSet {
    const from = this.#inClass(first);
    if (!('code' in from)) return from.set;
    const [dash, after] = [this.#codes[this.#at], this.#codes[this.#at + 1]];
    if (dash !== '-' || after === undefined || after === ']' || after === '[') return single(from.code);
    this.#at += 1;
    const to = this.#inClass(false);
    if (!('code' in to) || to.code < from.code) return this.#refuse('范围的两端不符', 'the ends of a range do not fit');
    return between(from.code, to.code);
  }

  #inClass(first: boolean): Escaped {
    const next = this.#peek() ?? this.#refuse('缺少“]”', 'a “]” is missing');
    if (next === '\\') return this.#escaped();
    if (next === '[') this.#refuse('“[”前应有“\\”', '“[” needs a “\\” before it');
    const last = this.#codes[this.#at + 1] === ']';
    if (next === '-' && !first && !last) this.#refuse('“-”只能在首尾', '“-” may stand only first or last');
    this.#at += 1;
    return { code: next.codePointAt(0) ?? 0 };
  }
}

type Escaped = { readonly code: number } | { readonly set: CharacterSet };

function sequence(parts: readonly PatternNode[]): PatternNode {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
}

/** Flag x: blanks are left out, but not those of a character class. */
function withoutBlanks(text: string): string {
  let depth = 0;
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const blank = ' \t\n\r'.includes(character);
    if (character === '\\' && !' \t\n\r'.includes(text.charAt(at + 1))) {
      kept += character + text.charAt(at + 1);
      at += 1;
      continue;
    }
    if (character === '[') depth += 1;
    if (character === ']' && depth > 0) depth -= 1;
    if (!blank || depth > 0) kept += character;
  }
  return kept;
}
