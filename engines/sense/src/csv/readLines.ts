import { senseFaults as faults } from '../faults.ts';

const mostLine = 64 * 1024;

/**
 * The lines of a UTF-8 file, without their ends (LF or CRLF) and without a byte order mark, in bounded memory.
 * @throws sense.fileUnusable for a line of more than 64 KiB
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8'); // takes the mark away; what is no UTF-8 becomes U+FFFD and fails its row
  let rest = '';
  let line = 1;
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    const long = [...parts, rest].findIndex((part) => part.length > mostLine);
    if (long >= 0) throw faults.fileUnusable({ line: line + long, reason: `more than ${mostLine} characters` });
    line += parts.length;
    yield parts.map((part) => (part.endsWith('\r') ? part.slice(0, -1) : part));
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest.endsWith('\r') ? rest.slice(0, -1) : rest];
}
