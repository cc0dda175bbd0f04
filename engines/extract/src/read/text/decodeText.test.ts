import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { sampleText } from '../test/sampleReport.ts';
import { decodeText } from './decodeText.ts';

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test('UTF-8 and UTF-16 are read with and without byte order mark', () => {
  const files: readonly (readonly [Buffer, string])[] = [
    [Buffer.from(sampleText), 'utf-8'],
    [Buffer.from(`\ufeff${sampleText}`), 'utf-8'],
    [Buffer.from(sampleText, 'utf16le'), 'utf-16le'],
    [Buffer.from(`\ufeff${sampleText}`, 'utf16le'), 'utf-16le'],
    [utf16be(sampleText), 'utf-16be'],
    [utf16be(`\ufeff${sampleText}`), 'utf-16be'],
  ];
  for (const [bytes, encoding] of files) assert.deepEqual(decodeText(bytes, 'a.txt'), { text: sampleText, encoding });
});

test('GB18030 and Big5 are told apart by what reads as Chinese', () => {
  // 全市的生产总值，增长。 and 全市的生產總值，增長。
  const gb = bytesOf('c8ab cad0 b5c4 c9fa b2fa d7dc d6b5 a3ac d4f6 b3a4 a1a3');
  const big5 = bytesOf('a5fe a5ab aaba a5cd b2a3 c160 adc8 a141 bc57 aaf8 a143');
  assert.deepEqual(decodeText(gb, 'a.txt'), { text: '全市的生产总值，增长。', encoding: 'gb18030' });
  assert.deepEqual(decodeText(big5, 'a.txt'), { text: '全市的生產總值，增長。', encoding: 'big5' });
  // A mark, then 㐂 in four bytes, which GBK doesn't have.
  assert.equal(decodeText(bytesOf('84319533 8139ee39'), 'a.txt').text.length, 1);
  // 增长6%: too short to tell.
  assert.equal(decodeText(bytesOf('d4f6 b3a4 3625'), 'a.txt').text, '增长6%');
});

test('UTF-8 with a byte that does not fit is not taken for another encoding', () => {
  const bytes = Buffer.from(sampleText);
  bytes[500] = 0xff;
  assert.throws(
    () => decodeText(bytes, 'a.txt'),
    (error) => isFault(error, 'extract.unknownEncoding') && error.params['encoding'] === 'utf-8',
  );
});

test('CRLF and CR end a line as LF does', () => {
  assert.equal(decodeText(Buffer.from('一\r\n二\r三\n\r\n四\r'), 'a.txt').text, '一\n二\n三\n\n四\n');
});
