/** A statement of SQL in a source, and the line that it begins on. */
export interface FoundSql {
  readonly line: number;
  readonly sql: string;
}

const opening =
  /(`|'|")\s*(?=(?:WITH|SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|CREATE|ALTER|DROP|LOCK|TRUNCATE|COPY)\s)/g;

/** The texts of a TypeScript source that begin as SQL does; what is put in by `${…}` becomes `$0`, on as many lines. */
export function sqlInSource(source: string): FoundSql[] {
  const found: FoundSql[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const { sql, end } = readText(source, match.index + 1, match[1] ?? '`');
    opening.lastIndex = end;
    if (source[end - 1] !== match[1]) continue; // an apostrophe in a comment, not a text
    found.push({ line: source.slice(0, match.index).split('\n').length, sql });
  }
  return found;
}

function readText(source: string, start: number, quote: string): { readonly sql: string; readonly end: number } {
  let sql = '';
  let at = start;
  while (at < source.length && source[at] !== quote) {
    if (quote === '`' && source.startsWith('${', at)) {
      const end = endOfInterpolation(source, at + 2);
      sql += `$0${'\n'.repeat(source.slice(at, end).split('\n').length - 1)}`;
      at = end;
      continue;
    }
    if (source[at] === '\n' && quote !== '`') break; // only a template goes over lines
    const length = source[at] === '\\' ? 2 : 1;
    sql += source.slice(at, at + length);
    at += length;
  }
  return { sql, end: at + 1 };
}

/** After the brace that closes the one before `start`; a text within may hold braces of its own. */
function endOfInterpolation(source: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < source.length && depth > 0) {
    const sign = source[at] ?? '';
    if (sign === '`') at = readText(source, at + 1, sign).end;
    else {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      at += 1;
    }
  }
  return at;
}
