import type { FeelNode } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Register, RegisterColumn } from '../../register/register.ts';
import { columnOf } from '../changeable.ts';
import type { Given, Leaf, Site } from '../condition.ts';
import { findGiven, findMeaning } from '../givens.ts';

/** What a value is called, and how it is written. */
export interface Subject {
  readonly label: Bilingual;
  readonly unit: string;
  readonly column?: RegisterColumn | undefined;
}

export function givenWords(given: Given, register: Register | undefined, label = ''): Subject {
  const column = columnOf(given, register);
  if (column !== undefined) {
    const { zh, en } = column.label;
    return { label: { zh, en: lowerFirst(en) }, unit: column.unit ?? '', column };
  }
  if (label !== '') return labelWords(label);
  const name = given.name ?? given.input;
  if (name === 'asOf') return { label: { zh: '办理日期', en: 'day of the decision' }, unit: '' };
  if (name === 'region') return { label: { zh: '所在区划', en: 'district' }, unit: '' };
  return { label: { zh: name, en: name }, unit: '' };
}

/** What a leaf is about, in words: a column, a label of the document, or a computation with the names of its columns. */
export function subjectWords(leaf: Leaf, register: Register | undefined): Subject {
  const { subject, label } = leaf;
  if (subject?.given !== undefined) return givenWords(subject.given, register, label);
  if (label !== '') return labelWords(label);
  const { expression, site } = subject ?? { expression: leaf.test, site: leaf.site };
  const words = computed(expression.root, expression.text, site, register);
  return { label: words, unit: unitOf(expression.root, site, register) };
}

/** `水位 (m) | Water level (m)` */
export function labelWords(text: string): Subject {
  const parts = text.split(' | ').map(withoutUnit);
  const zh = parts[0] ?? { name: text, unit: '' };
  const en = parts[1] ?? zh;
  return { label: { zh: zh.name, en: lowerFirst(en.name) }, unit: zh.unit };
}

function withoutUnit(text: string): { readonly name: string; readonly unit: string } {
  const match = /^(.*\S)\s*[（(]([^()（）]{1,16})[)）]$/.exec(text.trim());
  return match === null ? { name: text.trim(), unit: '' } : { name: match[1] ?? text, unit: match[2] ?? '' };
}

/** Labels begin with a capital; inside a sentence they do not, unless the whole word is one (`R&D`). */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}

const signs: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '-': ' − ', '+': ' + ', '**': ' ^ ' };

function computed(node: FeelNode, text: string, site: Site, register: Register | undefined): Bilingual {
  const inner = (part: FeelNode): Bilingual => computed(part, text, site, register);
  const given = findGiven(node, site);
  if (given !== undefined) return givenWords(given, register).label;
  if (node.kind === 'arithmetic') {
    const [left, right] = [node.left, node.right].map((part) => {
      const words = inner(part);
      return part.kind === 'arithmetic' ? { zh: `（${words.zh}）`, en: `(${words.en})` } : words;
    });
    const sign = signs[node.operator] ?? node.operator;
    return { zh: `${left?.zh}${sign}${right?.zh}`, en: `${left?.en}${sign}${right?.en}` };
  }
  const [first] = node.kind === 'call' ? (node.positional ?? []) : [];
  if (node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'decimal' && first !== undefined) {
    return inner(first);
  }
  if (node.kind === 'name') {
    const meaning = findMeaning(node.name, site);
    if (meaning?.kind === 'decision') return labelWords(meaning.element.name).label;
  }
  const source = text.slice(node.from, node.to) || (node.kind === 'name' ? node.name : '');
  return { zh: source, en: source };
}

/** The unit of sums and extremes is that of their parts; a ratio has none. */
function unitOf(node: FeelNode, site: Site, register: Register | undefined): string {
  if (node.kind !== 'arithmetic' || (node.operator !== '+' && node.operator !== '-')) {
    const given = findGiven(node, site);
    return given === undefined ? '' : givenWords(given, register).unit;
  }
  const [left, right] = [unitOf(node.left, site, register), unitOf(node.right, site, register)];
  return left === right ? left : '';
}
