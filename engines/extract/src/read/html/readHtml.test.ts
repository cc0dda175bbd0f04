import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { readDocument } from '../readDocument.ts';
import { sampleHtml } from '../test/sampleFiles.ts';
import { sampleText } from '../test/sampleReport.ts';

const read = async (body: string, head = '') =>
  (await readDocument(Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`), { name: 'a.html' })).text;
const long = '全市生产总值1286亿元、增长6.2%，新增就业3.1万人，建成地下管廊18.6公里，城乡居民收入稳步增长。';

test('a page says gb2312 and is read as GB18030', async () => {
  const page = sampleHtml('gb2312');
  // The sample's own text in GB18030, made by the platform's table.
  const bytes = gb18030(page);
  assert.deepEqual(await readDocument(bytes, { name: 'a.html' }).then(({ text, encoding }) => ({ text, encoding })), {
    text: sampleText,
    encoding: 'gb18030',
  });
});

test('a page of UTF-8 that says gb2312 is read as what it is', async () => {
  const source = await readDocument(Buffer.from(sampleHtml('gb2312')), { name: 'a.html' });
  assert.deepEqual([source.text, source.encoding], [sampleText, 'utf-8']);
});

test('breaks, entities and blanks come out as a reader sees them', async () => {
  assert.equal(
    await read(`<p>&nbsp;&nbsp;一、回顾<br>增长&lt;6%&gt;，\n  就业&#x7a33;定 and  well</p><p>${long}</p>`),
    `一、回顾\n增长<6%>，就业稳定 and well\n${long}`,
  );
});

test('scripts, styles, menus and what is hidden are left out', async () => {
  const hidden = '<div style="display: none">隐藏的话。</div><p hidden>也隐藏。</p><nav>导航。</nav><style>p{}</style>';
  assert.equal(await read(`${hidden}<div><p>${long}</p></div>`), long);
});

test('a table of figures is read row by row, one for layout block by block', async () => {
  const table = '<table><tr><td>指标</td><td>数值</td></tr><tr><td>增速</td><td>6%</td></tr></table>';
  assert.equal(await read(`<p>${long}</p>${table}`), `${long}\n指标\t数值\n增速\t6%`);
  assert.equal(await read(`<table><tr><td><p>${long}</p><p>二、安排</p></td></tr></table>`), `${long}\n二、安排`);
});

test('the title is put before the article where the page sets it elsewhere', async () => {
  const article = `<div class="wrap"><h1>政府工作报告</h1><div class="box"><p>${long}</p><p>${long}</p></div></div>`;
  assert.equal((await read(article)).split('\n')[0], '政府工作报告');
  const meta = '<meta name="ArticleTitle" content="2024年政府工作报告">';
  const logo = '<div class="top"><h1>示例市人民政府</h1></div>';
  assert.equal((await read(`${logo}<div><p>${long}</p></div>`, meta)).split('\n')[0], '2024年政府工作报告');
});

test('the article is found among long lists of links and a foot with a sentence', async () => {
  const links = Array.from(
    { length: 200 },
    (_, index) => `<li><a href="#">第${index}条要闻的标题写得很长很长很长</a></li>`,
  ).join('');
  const article = `<td><p>${long}</p><p>二、安排</p><p>${long}</p><p>${long}</p></td>`;
  const page = `<ul>${links}</ul><table><tr>${article}<td><ul>${links}</ul></td></tr></table><div>版权所有。</div>`;
  assert.equal(await read(page), `${long}\n二、安排\n${long}\n${long}`);
});

test('a page that nests without end is refused at once', async () => {
  const start = performance.now();
  await assert.rejects(
    () => read('<div>'.repeat(300_000)),
    (error) => isFault(error, 'extract.damaged'),
  );
  assert.ok(performance.now() - start < 3000);
});

/** Encodes by turning the platform's decoder round: it has no encoder of its own. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return Uint8Array.from(text.split('').flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}
