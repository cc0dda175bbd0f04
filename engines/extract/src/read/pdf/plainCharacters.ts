/** What NFKC would turn into the form that isn't written here. */
const others: readonly (readonly [string, string])[] = [
  ['⼾', '户'],
  ['⾭', '青'],
  ['⸺', '——'],
  ['⸻', '———'],
];
/**
 * CJK Radicals Supplement (U+2E80) with the ordinary character of the same shape, where that is a character of running text. Unicode gives
 * these no decomposition; the pairs are those of its EquivalentUnifiedIdeograph.txt.
 */
const radicals =
  '⺁厂⺄乙⺊卜⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺼肉⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟';
const plain = new Map<string, string>(others);
for (let index = 0; index + 1 < radicals.length; index += 2)
  plain.set(radicals.charAt(index), radicals.charAt(index + 1));

/**
 * The characters that were typed. Fonts draw 工 and the radical ⼯ (U+2F2F) with one glyph, and a PDF often names the radical; the same
 * goes for compatibility ideographs and Latin ligatures. Full-width forms and all else stay as they are.
 */
export function plainCharacters(text: string): string {
  return text.replace(
    /[\u2e3a\u2e3b\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g,
    (character) => plain.get(character) ?? character.normalize('NFKC'),
  );
}
