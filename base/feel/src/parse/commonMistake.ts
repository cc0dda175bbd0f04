/** What people write by habit of other languages or of a Chinese keyboard, and how FEEL writes it. */
const habits: readonly (readonly [pattern: string, instead: string])[] = [
  ['===', '='],
  ['!==', '!='],
  ['==', '='],
  ['&&', 'and'],
  ['||', 'or'],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['＝', '='],
  ['＋', '+'],
  ['＞', '>'],
  ['＜', '<'],
  ['（', '('],
  ['）', ')'],
  ['【', '['],
  ['】', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['，', ','],
  ['、', ','],
  ['；', ','],
  ['：', ':'],
  ['。', '.'],
  ['“', '"'],
  ['”', '"'],
  ['‘', '"'],
  ['’', '"'],
  ['＂', '"'],
  ["'", '"'],
  ['？', '?'],
  ['%', 'modulo(…, …)'],
  ['^', '**'],
  [' is not null', ' != null'],
  [' is null', ' = null'],
  [' not in ', 'not(… in …)'],
  ['并且', 'and'],
  ['或者', 'or'],
];

export interface CommonMistake {
  /** Offset into the text. */
  readonly from: number;
  readonly written: string;
  readonly instead: string;
}

const skipped = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\//gs;

/**
 * The first thing in a refused text, outside its strings, comments and known names, that another spelling would mend;
 * undefined where there is none. Names may hold such signs: 面积（平方米） is one.
 */
export function findCommonMistake(text: string, names: Iterable<string> = []): CommonMistake | undefined {
  let code = text.replace(skipped, (found) => ' '.repeat(found.length));
  for (const name of names) {
    if (!/^[\p{L}\p{N}_ ]*$/u.test(name)) code = code.replaceAll(name, ' '.repeat(name.length));
  }
  let first: CommonMistake | undefined;
  for (const [written, instead] of habits) {
    const from = code.indexOf(written);
    if (from !== -1 && (first === undefined || from < first.from)) first = { from, written, instead };
  }
  const bang = /!(?!=)/.exec(code);
  if (bang !== null && bang.index < (first?.from ?? Infinity))
    return { from: bang.index, written: '!', instead: 'not(…)' };
  return first;
}

/** The words for a reader; none where nothing was found. */
export function suggestionOf(mistake: CommonMistake | undefined): { suggestionZh: string; suggestionEn: string } {
  if (mistake === undefined) return { suggestionZh: '', suggestionEn: '' };
  const { written, instead } = mistake;
  return {
    suggestionZh: `请把“${written}”写作“${instead}”。`,
    suggestionEn: `Write “${instead}” instead of “${written}”.`,
  };
}
