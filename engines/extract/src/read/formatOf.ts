import { extractFaults } from '../faults.ts';
import { namesInZip } from './docx/zipDirectory.ts';
import type { SourceFormat } from './sourceText.ts';

type OtherFormat = 'oldWord' | 'spreadsheet' | 'slides' | 'picture' | 'archive' | 'unknownFormat';

/** First bytes (latin1) of what is not read, and which fault tells what to do with it. */
const signatures: readonly (readonly [start: string, fault: OtherFormat])[] = [
  ['{\\rtf', 'oldWord'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['RIFF', 'picture'],
  ['ID3', 'picture'],
  ['OggS', 'picture'],
  ['AT&TFORM', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['\x28\xb5\x2f\xfd', 'archive'],
  ['MZ', 'unknownFormat'],
  ['\x7fELF', 'unknownFormat'],
  ['SQLite format 3', 'unknownFormat'],
];

/**
 * What a file is, by its first bytes; its name decides only between .md and .txt, and for a piece of HTML without its frame.
 * @throws the fault of catalogue extract that says what to do with a file of another format.
 */
export function formatOf(bytes: Uint8Array, name: string): SourceFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 4096);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return formatOfZip(buffer, name);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw faultOfCompound(buffer, name);
  if (head.slice(4, 8) === 'ftyp') throw extractFaults.picture({ name });
  for (const [start, fault] of signatures)
    if (head.startsWith(start) && !(start.length === 2 && isPlain(head))) throw extractFaults[fault]({ name });
  return formatOfText(head, name);
}

/** Two letters are too few to tell a picture or a program from a text that begins with them. */
function isPlain(head: string): boolean {
  return !head.includes('\0');
}

function formatOfText(head: string, name: string): SourceFormat {
  // UTF-16 shows its ASCII with a zero beside each letter.
  const start = head
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
    .toLowerCase();
  if (/<(?:!doctype html|html|body|head)[\s>]/.test(start)) return 'html';
  if (/\.x?html?$/i.test(name) && /<[a-z]+[\s>/]/.test(start)) return 'html';
  // Other XML, and a page saved as one file with its pictures (.mht).
  if (start.startsWith('<?xml') || /^(?:from|mime-version|content-type):[^]{0,1000}multipart\/related/.test(start))
    throw extractFaults.unknownFormat({ name });
  return /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt';
}

/** ZIP is the container of many formats; the names of its members tell which. */
function formatOfZip(buffer: Buffer, name: string): SourceFormat {
  const names = namesInZip(buffer, name);
  const holds = (pattern: RegExp) => names.some((member) => pattern.test(member));
  if (holds(/^word\/document\d*\.xml$/)) return 'docx';
  if (holds(/^xl\//)) throw extractFaults.spreadsheet({ name });
  if (holds(/^ppt\//)) throw extractFaults.slides({ name });
  if (holds(/^OFD\.xml$/i)) throw extractFaults.ofd({ name });
  if (holds(/^content\.xml$/)) throw extractFaults.oldWord({ name });
  throw extractFaults.archive({ name });
}

/** The compound file of old Office and WPS (and of encrypted .docx): its streams' names stand in it as UTF-16. */
function faultOfCompound(buffer: Buffer, name: string) {
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return extractFaults.encrypted({ name });
  if (holds('Workbook')) return extractFaults.spreadsheet({ name });
  if (holds('PowerPoint Document')) return extractFaults.slides({ name });
  return extractFaults.oldWord({ name });
}
