/** Ends every line in `\n` alone, as offsets count it (CRLF and a lone CR are one line end, as in Python's text files). */
export function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
