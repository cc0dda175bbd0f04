import type { SchemaProblem } from './schemaProblem.ts';

/** Comments and the insides of quoted texts become spaces, newlines stay: places in the text do not move. */
function withoutQuoted(text: string): string {
  const quoted = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g;
  return text.replace(quoted, (found) => found.replaceAll(/[^\n]/g, ' '));
}

const volatile = /\b(clock_timestamp|random|gen_random_uuid|uuidv7|uuidv4|nextval)\s*\(/i;

/** A rule looks at one statement without comments and texts; it gives the place of the offence, or -1. */
const rules: readonly { readonly rule: string; readonly what: string; readonly find: (statement: string) => number }[] =
  [
    {
      rule: 'volatile-in-update',
      what: 'a volatile function in UPDATE: use now() or a parameter',
      find: (statement) =>
        placeAfter(statement, /\bUPDATE\b(?!\s*(?:SKIP|NOWAIT|OF\b|\)|$))[\s\S]*?\bSET\b/i, volatile),
    },
    {
      rule: 'skip-locked-without-tenant',
      what: 'SKIP LOCKED without a tenant filter: add region = $n',
      find: (statement) =>
        /\bregion\s*=\s*(\$|ANY|:|\w)/i.test(statement) ? -1 : statement.search(/\bSKIP\s+LOCKED\b/i),
    },
    {
      rule: 'grouping-sets',
      what: 'GROUPING SETS, ROLLUP and CUBE do not run across nodes',
      find: (statement) => statement.search(/\b(GROUPING\s+SETS|ROLLUP|CUBE)\s*\(/i),
    },
    {
      rule: 'counter-column',
      what: 'serial or identity column: use a UUIDv7 of the application',
      find: (statement) => statement.search(/\b(small|big)?serial\b(?=[\s,)])|\bAS\s+IDENTITY\b/i),
    },
    {
      rule: 'trigger',
      what: 'triggers do not work on distributed tables',
      find: (statement) => statement.search(/\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i),
    },
  ];

function placeAfter(text: string, from: RegExp, what: RegExp): number {
  const start = from.exec(text);
  if (start === null) return -1;
  const after = start.index + start[0].length;
  const found = text.slice(after).search(what);
  return found < 0 ? -1 : after + found;
}

/**
 * What of a text of SQL would not run on Citus, told from the text alone: for migrations, and for the statements in
 * sources. A text that is no SQL has no problem.
 * @param where named in the problems, before the line
 */
export function lintSql(text: string, where = 'sql'): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  let start = 0;
  for (const statement of withoutQuoted(text).split(';')) {
    for (const { rule, what, find } of rules) {
      const at = find(statement);
      if (at < 0) continue;
      const line = text.slice(0, start + at).split('\n').length;
      problems.push({ rule, where: `${where}:${line}`, what });
    }
    start += statement.length + 1;
  }
  return problems;
}
