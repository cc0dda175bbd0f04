/** A column: its heading, whether its cells stand right, and how many cells of the terminal it may take. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
  readonly most?: number;
}

/** Rows in columns, as a terminal shows them: a Chinese character takes two cells. Longer cells end in …. */
export function* tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): Generator<string> {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map(({ most = Infinity }, at) => cut(row[at] ?? '', most)),
  );
  const widths = columns.map((_, at) => cells.reduce((width, row) => Math.max(width, widthOf(row[at] ?? '')), 0));
  for (const row of cells) {
    const line = columns.map(({ right }, at) => padded(row[at] ?? '', widths[at] ?? 0, right === true));
    yield line.join('  ').trimEnd();
  }
}

/** East Asian wide and full-width characters (UAX #11), as far as Chinese texts have them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) || character.length > 1 ? 2 : 1;
  return width;
}

function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let short = '';
  let width = 1;
  for (const character of text) {
    width += widthOf(character);
    if (width > most) break;
    short += character;
  }
  return `${short}…`;
}

function padded(text: string, width: number, right: boolean): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? room + text : text + room;
}
