const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The characters of a string literal; undefined where it is not closed or holds an escape that FEEL does not know. */
export function unquote(literal: string): string | undefined {
  if (literal.length < 2 || !literal.startsWith('"') || !literal.endsWith('"')) return undefined;
  let wrong = false;
  const text = literal.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|.)/gs, (_, escape: string) => {
    if (escape.length > 1) {
      const code = Number.parseInt(escape.slice(1), 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      wrong = true;
      return '';
    }
    // An unknown escape such as \d stays as it is written: patterns rely on it.
    return escapes[escape] ?? `\\${escape}`;
  });
  return wrong ? undefined : text;
}
