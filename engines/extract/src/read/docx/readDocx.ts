import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';
import { paragraphsOfWord } from './paragraphsOfWord.ts';
import { unpackMember } from './unpackMember.ts';
import { readZipDirectory, type ZipMember } from './zipDirectory.ts';

/**
 * The paragraphs of a Word document (ISO/IEC 29500, WordprocessingML), one a line, then its footnotes. Insertions count, deletions don't;
 * numbers that Word makes of a list's place are not in the file and so not in the text.
 */
export async function readDocx(bytes: Uint8Array, budget: Budget): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members = readZipDirectory(buffer, budget.name);
  const body = members.find((member) => /^word\/document\d*\.xml$/.test(member.name));
  if (body === undefined) throw extractFaults.damaged({ name: budget.name, reason: 'word/document.xml' });
  const notes = members.find((member) => member.name === 'word/footnotes.xml');
  const lines = [...(await linesOf(body)), ...(notes === undefined ? [] : await linesOf(notes))];
  const text = lines.join('\n');
  if (text.trim() === '') throw extractFaults.noText({ name: budget.name });
  return text;

  function linesOf(member: ZipMember): Promise<readonly string[]> {
    return paragraphsOfWord(unpackMember(buffer, member, budget), member.name, budget);
  }
}
