import { kindOf, type FeelValue } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Register } from '../../register/register.ts';
import type { Leaf, WantedPart } from '../condition.ts';
import { findScaled, isNegative, subtractScaled, type Scaled } from '../scaledNumber.ts';
import { evaluateAt, subjectValue, type World } from '../world.ts';
import { numberWords } from './numberWords.ts';
import { subjectWords, type Subject } from './subjectWords.ts';
import { valueWords } from './valueWords.ts';

/** A leaf in words: what it wants, what was seen, and by how much that misses. */
export interface LeafWords {
  /** `研发投入不少于 500 万元` */
  readonly text: Bilingual;
  readonly label: Bilingual;
  readonly seen: Bilingual;
  readonly wanted: Bilingual;
  /** `还差 20 万元`; of numbers only. */
  readonly gap?: Bilingual;
}

/** A wanted part with its ends' values in a world. */
type Known =
  | { readonly kind: 'point'; readonly value: FeelValue }
  | {
      readonly kind: 'interval';
      readonly low?: FeelValue;
      readonly high?: FeelValue;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    };

export function leafWords(leaf: Leaf, world: World, register: Register | undefined): LeafWords {
  const subject = subjectWords(leaf, register);
  const { label } = subject;
  if (leaf.subject === undefined || leaf.wanted === undefined) {
    const value = leaf.subject === undefined ? null : subjectValue(leaf.subject, world);
    const { text } = leaf.test;
    const source = text.slice(leaf.test.root.from, leaf.test.root.to);
    const said = leaf.subject === undefined ? label : { zh: `${label.zh}：${source}`, en: `${label.en}: ${source}` };
    const seen = leaf.subject === undefined ? { zh: '', en: '' } : valueWords(value, subject);
    return { text: said, label, seen, wanted: { zh: source, en: source } };
  }
  const value = subjectValue(leaf.subject, world);
  const known = leaf.wanted.parts.map((part) => knownPart(part, leaf, world));
  const { negated } = leaf.wanted;
  const wanted = wantedWords(known, negated, subject);
  const gap = negated ? undefined : gapWords(value, known, subject);
  return {
    text: sentence(known, negated, wanted, subject),
    label,
    seen: valueWords(value, subject),
    wanted,
    ...(gap === undefined ? {} : { gap }),
  };
}

function knownPart(part: WantedPart, { site }: Leaf, world: World): Known {
  if (part.kind === 'point') return { kind: 'point', value: evaluateAt(part.value, site, world) };
  const { low, high, lowIncluded, highIncluded } = part;
  return {
    kind: 'interval',
    ...(low === undefined ? {} : { low: evaluateAt(low, site, world) }),
    ...(high === undefined ? {} : { high: evaluateAt(high, site, world) }),
    lowIncluded,
    highIncluded,
  };
}

function sentence(known: readonly Known[], negated: boolean, wanted: Bilingual, { label }: Subject): Bilingual {
  const [only] = known;
  if (known.length === 1 && only?.kind === 'point' && typeof only.value === 'boolean') {
    const isTrue = only.value !== negated;
    const zh = label.zh.startsWith('是') ? label.zh.replace(/^是否?/, '') : label.zh;
    return {
      zh: `${isTrue ? '' : '不'}是${zh}`.replace(/^是有/, '有').replace(/^不是有/, '没有'),
      en: `${label.en}: ${isTrue ? 'yes' : 'no'}`,
    };
  }
  return { zh: `${label.zh}${wanted.zh}`, en: `${label.en} ${wanted.en}` };
}

function wantedWords(known: readonly Known[], negated: boolean, subject: Subject): Bilingual {
  if (known.every(({ kind }) => kind === 'point')) {
    const values = known.map((part) => valueWords(part.kind === 'point' ? part.value : null, subject));
    const isNull = known.length === 1 && known[0]?.kind === 'point' && known[0].value === null;
    if (isNull) return negated ? { zh: '已提供', en: 'is given' } : { zh: '未提供', en: 'is not given' };
    const several = values.length > 1;
    const zh = values.map((value) => value.zh).join('、');
    const en = values.map((value) => value.en).join(', ');
    if (negated)
      return { zh: several ? `不属于${zh}` : `不是${spaced(zh)}`, en: several ? `is none of ${en}` : `is not ${en}` };
    return { zh: several ? `属于${zh}之一` : `为${spaced(zh)}`, en: several ? `is one of ${en}` : `is ${en}` };
  }
  const parts = known.map((part) =>
    part.kind === 'point'
      ? { zh: `为${valueWords(part.value, subject).zh}`, en: `is ${valueWords(part.value, subject).en}` }
      : intervalWords(part, subject),
  );
  const zh = parts.map((part) => part.zh).join('，或');
  const en = parts.map((part) => part.en).join(', or ');
  return negated ? { zh: `不在此范围：${zh}`, en: `is outside of: ${en}` } : { zh, en };
}

function intervalWords(part: Extract<Known, { kind: 'interval' }>, subject: Subject): Bilingual {
  const { low, high, lowIncluded, highIncluded } = part;
  const isDate = kindOf(low ?? high ?? null) === 'date';
  const words = isDate ? dateBounds : numberBounds;
  const sides: Bilingual[] = [];
  if (low !== undefined) sides.push(bound(words[lowIncluded ? 'atLeast' : 'above'], valueWords(low, subject)));
  if (high !== undefined) sides.push(bound(words[highIncluded ? 'atMost' : 'below'], valueWords(high, subject)));
  return { zh: sides.map(({ zh }) => zh).join('、'), en: `is ${sides.map(({ en }) => en).join(' and ')}` };
}

const numberBounds = {
  atLeast: { zh: '不少于 {}', en: 'at least {}' },
  above: { zh: '多于 {}', en: 'more than {}' },
  atMost: { zh: '不超过 {}', en: 'at most {}' },
  below: { zh: '少于 {}', en: 'less than {}' },
};
const dateBounds = {
  atLeast: { zh: '不早于 {}', en: 'on or after {}' },
  above: { zh: '晚于 {}', en: 'after {}' },
  atMost: { zh: '不晚于 {}', en: 'on or before {}' },
  below: { zh: '早于 {}', en: 'before {}' },
};

const bound = (words: Bilingual, value: Bilingual): Bilingual => ({
  zh: words.zh.replace('{}', () => value.zh),
  en: words.en.replace('{}', () => value.en),
});

/** Chinese sets digits and Latin letters apart from its own characters. */
const spaced = (text: string): string => (/^[\dA-Za-z-]/.test(text) ? ` ${text}` : text);

/** To the nearest end that is missed. */
function gapWords(value: FeelValue, known: readonly Known[], subject: Subject): Bilingual | undefined {
  const number = findScaled(value);
  if (number === undefined) return undefined;
  let least: { readonly size: Scaled; readonly isShort: boolean } | undefined;
  for (const part of known) {
    const low = findScaled((part.kind === 'point' ? part.value : part.low) ?? null);
    const high = findScaled((part.kind === 'point' ? part.value : part.high) ?? null);
    const short = low === undefined ? undefined : subtractScaled(low, number);
    const over = high === undefined ? undefined : subtractScaled(number, high);
    const size = short !== undefined && short.digits > 0n ? short : over;
    // Inside, or exactly on an end that is not included: there is no amount to name.
    if (size === undefined || size.digits <= 0n) continue;
    if (least === undefined || isNegative(subtractScaled(size, least.size))) least = { size, isShort: size === short };
  }
  if (least === undefined) return undefined;
  const words = numberWords(least.size, subject.unit);
  return least.isShort
    ? { zh: `还差${spaced(words.zh)}`, en: `${words.en} short` }
    : { zh: `超出${spaced(words.zh)}`, en: `${words.en} too much` };
}
