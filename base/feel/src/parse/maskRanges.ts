/**
 * The text with `range<…>` types spelt as `list <…>`, at the same length: the field's grammar has no type of ranges, which
 * DMN 1.5 added. Only what it parses is masked; names are read from the text itself, so a masked variable keeps its name.
 */
export function maskRanges(text: string): string {
  if (!text.includes('range')) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|(?<=\bof\s+|[<:,>]\s*)range(?=\s*<)/gs, (found) =>
    found === 'range' ? 'list ' : found,
  );
}
