/** Where a FEEL text stands, so that faults and traces point into the file that a person edits. */
export interface Origin {
  /** The file named to the reader. */
  readonly file: string;
  /** 1-based place of the text's first character in that file. */
  readonly line: number;
  readonly column: number;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const noOrigin: Origin = { file: 'FEEL', line: 1, column: 1 };

/** The place in the file of an offset in the text. */
export function placeAt(text: string, offset: number, origin: Origin): Place {
  const before = text.slice(0, offset);
  const newlines = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  return {
    file: origin.file,
    line: origin.line + newlines,
    column: newlines === 0 ? origin.column + column : column + 1,
  };
}
