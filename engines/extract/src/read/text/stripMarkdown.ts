/**
 * Takes off the marks of Markdown that stand around words (headings, emphasis, bullets, quotes, links, fences, rules, table bars) and keeps
 * the words, so that a paragraph begins with its own first character. Offsets are those of what is left. Lists' own numbers stay.
 */
export function stripMarkdown(text: string): string {
  return text.split('\n').map(stripLine).join('\n');
}

function stripLine(line: string): string {
  if (!/[#*_>`~|[\]\\+=-]/.test(line)) return line;
  if (/^\s{0,3}(?:`{3,}|~{3,})[^`]{0,100}$/.test(line)) return '';
  if (/^\s{0,3}(?:(?:-[ \t]{0,4}){3,100}|(?:\*[ \t]{0,4}){3,100}|={3,200})$/.test(line)) return '';
  return stripInline(stripTable(stripLead(line)));
}

/** `## `, `> `, `- `: at most a few of them stand before a line. */
function stripLead(line: string): string {
  let rest = line;
  for (let depth = 0; depth < 8; depth += 1) {
    const lead = /^\s{0,12}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)/.exec(rest);
    if (lead === null) break;
    rest = rest.slice(lead[0].length);
    if (lead[0].includes('#')) return rest.replace(/[ \t]#{1,6}[ \t]{0,8}$/, '').trimEnd();
  }
  return rest;
}

/** Cells of `| a | b |` are set apart by tabs; the rule between head and body goes. */
function stripTable(line: string): string {
  const row = line.trim();
  if (row.length < 3 || !row.startsWith('|') || !row.endsWith('|')) return line;
  if (/^[|:\s-]+$/.test(row)) return '';
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .join('\t');
}

function stripInline(line: string): string {
  return line
    .replace(/!\[[^[\]]{0,500}\]\([^()]{0,2000}\)/g, '')
    .replace(/\[([^[\]]{1,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/\*{2,3}(?=\S)([^*]{1,1000})\*{2,3}/g, '$1')
    .replace(/__(?=\S)([^_]{1,1000})__/g, '$1')
    .replace(/(^|[^\d*])\*(?=[^\s*])([^*]{1,500})\*(?!\*)/g, '$1$2')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
