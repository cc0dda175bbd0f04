import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { sampleParagraphs } from './sampleReport.ts';

/** report.pdf holds the sample on two small pages with a header and page numbers; scan.pdf a picture; encrypted.pdf asks for a password. */
export function fixture(name: 'report.pdf' | 'scan.pdf' | 'encrypted.pdf'): Uint8Array {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function wordPart(body: string, root = 'document'): string {
  const inner = root === 'document' ? `<w:body>${body}</w:body>` : body;
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${namespace}">${inner}</w:${root}>`;
}

/** A .docx with the body's markup, and further parts by path. */
export function docxOf(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(wordPart(body)),
  };
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: '2024-01-01T00:00:00Z' });
}

/** A paragraph as Word writes it: one run, cut in two where the spelling checker stopped. */
export function wordParagraph(text: string): string {
  const cut = Math.floor(text.length / 2);
  const run = (part: string) => `<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`;
  return `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr>${run(text.slice(0, cut))}<w:proofErr/>${run(text.slice(cut))}</w:p>`;
}

export function sampleDocx(): Uint8Array {
  return docxOf(sampleParagraphs.map(wordParagraph).join(''));
}

/** The sample on a page with a menu, a list of links and a foot, as a government site sets it. */
export function sampleHtml(charset = 'utf-8'): string {
  const paragraphs = sampleParagraphs.map((paragraph) => `<p style="text-indent:2em">　　${paragraph}</p>`).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>示例市</title><script>var a = "脚本里的话。";</script></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
<div class="wrap"><div class="article"><div class="zoom">${paragraphs}</div></div>
<div class="side"><p><a href="/1">相关报道一</a></p><p><a href="/2">相关报道二</a></p></div></div>
<div class="foot"><p>主办单位：示例市人民政府办公室　网站标识码：0000000000</p></div></body></html>`;
}
