import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { evaluate, feelText, parseExpression } from '../index.ts';

const text = (source: string): string =>
  feelText(evaluate(parseExpression(source, { mistakes: 'null' }), new Map()).value);

const check = (pairs: readonly (readonly [string, string])[]): void => {
  for (const [source, expected] of pairs) assert.equal(text(source), expected, source);
};

test('matches finds a pattern anywhere in the text', () => {
  check([
    ['matches("abracadabra", "bra")', 'true'],
    ['matches("abracadabra", "^a.*a$")', 'true'],
    ['matches("abracadabra", "^bra")', 'false'],
    ['matches("", "")', 'true'],
    ['matches("x\\ny", "x.y")', 'false'],
    ['matches("x\\ny", "x.y", "s")', 'true'],
    ['matches("a.b", "a.b", "q")', 'true'],
    ['matches("axb", "A.B", "qi")', 'false'],
    ['matches("ab", "a b", "x")', 'true'],
    ['matches("ab", "a[ ]b", "x")', 'false'],
    ['matches("x\\nab\\ny", "^ab$", "m")', 'true'],
    ['matches("x\\nab\\ny", "^ab$")', 'false'],
    ['matches(null, "a")', 'null'],
  ]);
});

test('sets of characters: ranges, subtraction, names of XML, categories and blocks', () => {
  check([
    ['matches("e", "^[a-z-[aeiou]]$")', 'false'],
    ['matches("f", "^[a-z-[aeiou]]$")', 'true'],
    ['matches("一网", "^\\p{IsCJKUnifiedIdeographs}+$")', 'true'],
    ['matches("ａ", "\\p{IsBasicLatin}")', 'false'],
    ['matches("É", "^\\p{Lu}$")', 'true'],
    ['matches("é", "^\\P{Lu}$")', 'true'],
    ['matches("_a-1.b", "^\\i\\c*$")', 'true'],
    ['matches("1a", "^\\i\\c*$")', 'false'],
    ['matches("٣", "^\\d$")', 'true'],
    ['matches("a-b", "^[\\w-]+$")', 'true'],
    ['matches("𠮷", "^.$")', 'true'],
    ['matches("\\u212A", "k", "i")', 'true'],
    ['matches("O", "[A-Z-[OI]]", "i")', 'false'],
    ['matches("q", "[^Q]", "i")', 'false'],
  ]);
});

test('groups can be asked for again', () => {
  check([
    ['matches("aa", "^(.)\\1$")', 'true'],
    ['matches("ab", "^(.)\\1$")', 'false'],
    ['matches("aA", "^(a)\\1$", "i")', 'true'],
    ['matches("ab", "^(?:ab)(ab)?\\1$")', 'true'],
    ['matches("abcab", "^(ab|c)*$")', 'true'],
  ]);
});

test('what is no pattern is null', () => {
  for (const pattern of [
    '(',
    ')',
    '[a',
    '[]',
    'a**',
    'a{2,1}',
    'a{9999}',
    '\\\\3',
    '(.)\\\\2',
    '[0-9-.]',
    '\\\\q',
    '\\\\p{Xx}',
    '*a',
    '[z-a]',
  ]) {
    assert.equal(text(`matches("a", "${pattern}")`), 'null', pattern);
  }
  assert.equal(text('matches("a", "a", "k")'), 'null');
});

test('replace puts groups in the place of each match', () => {
  check([
    ['replace("abracadabra", "a.*?a", "*")', '"*c*bra"'],
    ['replace("abracadabra", "a(.)", "a$1$1")', '"abbraccaddabbra"'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '"[1=ab][2=]cd"'],
    ['replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', '"(012) 345-6789"'],
    ['replace("一网通办", "网(.)", "$1$0")', '"一通网通办"'],
    ['replace("𠮷a", "a", "b")', '"𠮷b"'],
    ['replace("abc", "b", "\\\\$")', '"a$c"'],
    ['replace("abc", "b", "$")', 'null'],
    ['replace("abc", "x*", "-")', 'null'],
    ['replace("a.c", ".", "$0", "q")', '"a$0c"'],
    ['split("a;b;c;;", ";")', '["a", "b", "c", "", ""]'],
    ['split("John  Doe", "\\s+")', '["John", "Doe"]'],
    ['split("", ";")', '[""]'],
  ]);
});

test('patterns that explode elsewhere are decided in linear work, or end with a fault where groups are asked for again', () => {
  const many = 'a'.repeat(5000);
  assert.equal(text(`matches("${many}", "^(a+)+b$")`), 'false');
  assert.equal(text(`matches("${many}", "^(a|a)*b")`), 'false');
  assert.equal(text(`matches("${many}", "(.*)(.*)(.*)[^a]")`), 'false');
  assert.equal(text(`matches("${'ab'.repeat(20_000)}", "^(ab)*$")`), 'true');
  assert.throws(
    () => text(`matches("${'a'.repeat(40)}", "^(a+)+c\\1")`),
    (error) => isFault(error, 'feel.tooMuchWork'),
  );
});

test('a warning says why a pattern or a text is none', () => {
  const why = (source: string): string =>
    evaluate(parseExpression(source, { mistakes: 'null' }), new Map())
      .warnings.map(({ en }) => en)
      .join('; ');
  assert.equal(why('matches("a", "[z-a]")'), 'the pattern, character 5: the ends of a range do not fit');
  assert.equal(why('split("a", ",*")'), 'the pattern can match nothing at all');
  assert.match(why('replace("a", "a", "$x")'), /^in the replacement a digit has to follow/);
  assert.equal(why('date("2024-02-30")'), 'unfitting arguments of “date”: "2024-02-30"');
});

/** Patterns of what XPath and JavaScript share, and texts of the same few letters. */
function randomPattern(below: (count: number) => number, depth: number): string {
  const atoms = ['a', 'b', '.', '[ab]', '[^a]', '\\w', 'c'];
  const quantifiers = ['', '', '', '*', '+', '?', '*?', '+?', '{1,2}', '{2}'];
  const atom =
    depth > 0 && below(3) === 0
      ? `(${randomPattern(below, depth - 1)}${below(3) === 0 ? `|${randomPattern(below, depth - 1)}` : ''})`
      : (atoms[below(atoms.length)] ?? 'a');
  const quantified = atom + (quantifiers[below(quantifiers.length)] ?? '');
  return below(3) === 0 ? quantified : quantified + (depth > 0 ? randomPattern(below, depth - 1) : 'b');
}

test('whether a pattern matches is what the platform says of the same pattern', () => {
  let state = 7;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  for (let round = 0; round < 3000; round += 1) {
    const pattern = `${below(4) === 0 ? '^' : ''}${randomPattern(below, 3)}${below(4) === 0 ? '$' : ''}`;
    const input = Array.from({ length: below(9) }, () => 'abcd'.charAt(below(4))).join('');
    const found = text(`matches("${input}", "${pattern.replaceAll('\\', '\\\\')}")`);
    assert.equal(found, String(new RegExp(pattern, 'u').test(input)), `${pattern} on ${input}`);
  }
});
