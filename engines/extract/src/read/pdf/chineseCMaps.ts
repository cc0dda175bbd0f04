/**
 * Character maps for PDFs that name a Chinese font without embedding it (STSong-Light, 宋体 of old writers): PDF.js asks for Adobe's by name.
 * Instead of shipping those (2 MB of tables), maps are made of what the platform knows: a code of GBK or UCS-2 is mapped to a number above
 * Adobe's own glyph numbers (CIDs), and that number back to its character. Adobe's numbers are kept for ASCII, as widths go by them:
 * 1 to 95 proportional, 814 to 908 half-width (Adobe Technical Note 5079).
 */
const asciiProportional = 1;
const asciiHalfWidth = 814;
const lastOfAdobe = 30_571;

/** The characters that get numbers: a CID ends at 65,535, so these are the blocks of ordinary Chinese text. */
const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x00a0, 0x04ff],
  [0x2000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xffef],
];
/** Each block with the number of its first character. */
const numbered = blocks.map(([first, last], index) => {
  const before = blocks.slice(0, index).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return { first, last, number: lastOfAdobe + 1 + before };
});

/** The map's text, in the PostScript form of Adobe Technical Note 5014; undefined for a map that isn't made here. */
export function chineseCMap(name: string): string | undefined {
  if (name === 'Adobe-GB1-UCS2') return charactersOfNumbers();
  if (/^GB(?:K|K2K|Kp|pc)?-(?:EUC-)?[HV]$/.test(name)) return numbersOfGbk(name.endsWith('V'));
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) return numbersOfUnicode(name.endsWith('V'));
  return undefined;
}

const hex = (code: number, digits: number) => `<${code.toString(16).padStart(digits, '0')}>`;

function cmap(vertical: boolean, codespace: string, body: string): string {
  return `/WMode ${vertical ? 1 : 0} def\nbegincodespacerange\n${codespace}\nendcodespacerange\n${body}\n`;
}

function numbersOfUnicode(vertical: boolean): string {
  const ranges = numbered.map(({ first, last, number }) => `${hex(first, 4)} ${hex(last, 4)} ${number}`);
  return cmap(
    vertical,
    '<0000> <ffff>',
    `begincidrange\n<0020> <007e> ${asciiProportional}\n${ranges.join('\n')}\nendcidrange`,
  );
}

function numbersOfGbk(vertical: boolean): string {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const code = character.charCodeAt(0);
      const block = numbered.find(({ first, last }) => code >= first && code <= last);
      if (character.length === 1 && block !== undefined)
        characters.push(`${hex(lead * 256 + trail, 4)} ${block.number + code - block.first}`);
    }
  const ascii = `begincidrange\n<20> <7e> ${asciiHalfWidth}\nendcidrange`;
  return cmap(vertical, '<00> <80>\n<8140> <fefe>', `${ascii}\nbegincidchar\n${characters.join('\n')}\nendcidchar`);
}

/** Adobe's other numbers can't be told: they become U+FFFD, by which the text is refused as garbled rather than read wrong. */
function charactersOfNumbers(): string {
  const unknown = (from: number, to: number) => `${hex(from, 4)} ${hex(to, 4)} [${'<fffd>'.repeat(to - from + 1)}]`;
  const ascii = (first: number) => `${hex(first, 4)} ${hex(first + 0x5e, 4)} <0020>`;
  const ranges = [
    ascii(asciiProportional),
    unknown(asciiProportional + 0x5f, asciiHalfWidth - 1),
    ascii(asciiHalfWidth),
    unknown(asciiHalfWidth + 0x5f, lastOfAdobe),
    ...numbered.map(({ first, last, number }) => `${hex(number, 4)} ${hex(number + last - first, 4)} ${hex(first, 4)}`),
  ];
  return cmap(false, '<0000> <ffff>', `beginbfrange\n${ranges.join('\n')}\nendbfrange`);
}
