import { encodings, type Encoding } from '../text/encodingOf.ts';

/** Names that pages give the encodings; gb2312 is meant as its superset, as browsers do. */
const labels: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/** The encoding that a page's `<meta>` names in its first 4 kB. It may lie: what is sound UTF-8 is read as such before it is asked. */
export function charsetOf(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const label = /<meta[^<>]{0,200}charset\s{0,4}=\s{0,4}["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  const found = label === undefined ? undefined : labels[label];
  return encodings.find((encoding) => encoding === found);
}
