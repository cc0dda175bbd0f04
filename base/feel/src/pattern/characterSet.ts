import { blocks } from './blocks.ts';

/** Whether a code point is in a set. */
export type CharacterSet = (code: number) => boolean;

export const single = (wanted: number): CharacterSet => {
  return (code) => code === wanted;
};
export const between = (first: number, last: number): CharacterSet => {
  return (code) => code >= first && code <= last;
};
export const anyOf = (sets: readonly CharacterSet[]): CharacterSet => {
  const [only] = sets;
  return only !== undefined && sets.length === 1 ? only : (code) => sets.some((set) => set(code));
};
export const not = (set: CharacterSet): CharacterSet => {
  return (code) => !set(code);
};
export const without = (set: CharacterSet, removed: CharacterSet): CharacterSet => {
  return (code) => set(code) && !removed(code);
};

/** A table for the first 256 code points, as most texts hold little else; the set itself for the others. */
export function tabled(set: CharacterSet): CharacterSet {
  const table = Uint8Array.from({ length: 256 }, (_, code) => (set(code) ? 1 : 0));
  return (code) => (code < 256 ? table[code] === 1 : set(code));
}

const categoryNames = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn'.split(' '),
);

const categories = new Map<string, CharacterSet>();

/** The characters of a general category (`Lu`) or a block (`IsBasicLatin`); undefined where XML Schema knows none of that name. */
export function findProperty(name: string): CharacterSet | undefined {
  if (name.startsWith('Is')) {
    const block = Object.hasOwn(blocks, name.slice(2)) ? blocks[name.slice(2)] : undefined;
    return block === undefined ? undefined : between(block[0], block[1]);
  }
  if (!categoryNames.has(name)) return undefined;
  const known = categories.get(name);
  if (known !== undefined) return known;
  // One of 36 fixed names: nothing of the reader's pattern reaches the platform's own expressions.
  const one = new RegExp(`^\\p{${name}}$`, 'u');
  const set = tabled((code) => one.test(String.fromCodePoint(code)));
  categories.set(name, set);
  return set;
}

function category(name: string): CharacterSet {
  return (code) => findProperty(name)?.(code) === true;
}

const nameStarts: readonly (readonly [number, number])[] = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];
const nameStart = tabled(anyOf(nameStarts.map(([first, last]) => between(first, last))));
const nameCharacter = tabled(
  anyOf([
    nameStart,
    between(0x2d, 0x2e),
    between(0x30, 0x39),
    single(0xb7),
    between(0x300, 0x36f),
    between(0x203f, 0x2040),
  ]),
);
const space: CharacterSet = (code) => code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
const digit = category('Nd');
const word = tabled(not(anyOf([category('P'), category('Z'), category('C')])));

/** What `\s`, `\d`, `\i` and the like stand for; a capital letter is all the others. */
const multiples: Readonly<Record<string, CharacterSet>> = {
  s: space,
  S: not(space),
  d: digit,
  D: not(digit),
  w: word,
  W: not(word),
  i: nameStart,
  I: not(nameStart),
  c: nameCharacter,
  C: not(nameCharacter),
};

export function findMultiple(letter: string): CharacterSet | undefined {
  return Object.hasOwn(multiples, letter) ? multiples[letter] : undefined;
}

export const lineCharacter: CharacterSet = (code) => code !== 0xa && code !== 0xd;
export const everyCharacter: CharacterSet = () => true;

/** One form for all the cases of a letter, where that is one letter: K, k and the Kelvin sign. */
export function foldCase(code: number): number {
  if (code < 128) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  return oneCode(String.fromCodePoint(oneCode(String.fromCodePoint(code).toUpperCase()) ?? code).toLowerCase()) ?? code;
}

function oneCode(text: string): number | undefined {
  const code = text.codePointAt(0);
  return code !== undefined && text.length === (code > 0xffff ? 2 : 1) ? code : undefined;
}

/** The set with, for each letter, all its cases. */
export function caseless(set: CharacterSet): CharacterSet {
  return (code) => set(code) || casesOf(code).some(set);
}

/** Cases that neither toUpperCase nor toLowerCase of a plain letter leads to. */
const strays = new Map<number, number>([
  [0x6b, 0x212a],
  [0x73, 0x17f],
  [0xe5, 0x212b],
]);

function casesOf(code: number): number[] {
  const folded = foldCase(code);
  const upper = oneCode(String.fromCodePoint(folded).toUpperCase());
  const stray = strays.get(folded);
  return [folded, ...(upper === undefined ? [] : [upper]), ...(stray === undefined ? [] : [stray])];
}
