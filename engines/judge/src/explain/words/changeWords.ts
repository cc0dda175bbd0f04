import type { Bilingual } from '@yiwang/messages';
import type { Register } from '../../register/register.ts';
import { isDay } from '../changeable.ts';
import type { Change, NearestMiss } from '../nearestMiss.ts';
import { findScaled, isNegative, subtractScaled } from '../scaledNumber.ts';
import { numberWords } from './numberWords.ts';
import { givenWords, type Subject } from './subjectWords.ts';
import { valueWords } from './valueWords.ts';

/** What would have to change, each change a clause: `研发投入增加 20 万元，达到 500 万元`. */
export function missWords({ changes, possible }: NearestMiss, register: Register | undefined): Bilingual {
  const clauses = changes.map((change) => changeWords(change, register));
  const text = { zh: clauses.map(({ zh }) => zh).join('；'), en: clauses.map(({ en }) => en).join('; ') };
  if (possible) return text;
  const fixed = changes.filter((change) => change.fixed).map(({ given }) => givenWords(given, register).label);
  const [zh, en] = [fixed.map((one) => one.zh).join('、'), fixed.map((one) => one.en).join(', ')];
  return { zh: `${text.zh}（${zh}无法改变）`, en: `${text.en} (${en}: can not be changed)` };
}

function changeWords({ given, from, to }: Change, register: Register | undefined): Bilingual {
  const subject = givenWords(given, register);
  const { label } = subject;
  const en = label.en;
  const wanted = valueWords(to, subject);
  if (from === null) {
    return { zh: `提供${label.zh}，例如${spaced(wanted.zh)}`, en: `give the ${en}, such as ${wanted.en}` };
  }
  if (isDay(given, from)) return { zh: `等到 ${wanted.zh}`, en: `wait until ${wanted.en}` };
  return (
    numberChange(from, to, subject) ?? {
      zh:
        typeof to === 'boolean'
          ? statusZh(label.zh, to)
          : `${label.zh}由${spaced(valueWords(from, subject).zh)}变为${spaced(wanted.zh)}`,
      en:
        typeof to === 'boolean'
          ? `${en}: from ${to ? 'no to yes' : 'yes to no'}`
          : `${en}: ${valueWords(from, subject).en} → ${wanted.en}`,
    }
  );
}

const statusZh = (label: string, to: boolean): string => `“${label}”由${to ? '否变为是' : '是变为否'}`;

function numberChange(from: Change['from'], to: Change['to'], subject: Subject): Bilingual | undefined {
  const [before, after] = [findScaled(from), findScaled(to)];
  if (before === undefined || after === undefined) return undefined;
  const difference = subtractScaled(after, before);
  const less = isNegative(difference);
  const size = numberWords({ ...difference, digits: less ? -difference.digits : difference.digits }, subject.unit);
  const reached = numberWords(after, subject.unit);
  const { zh, en } = subject.label;
  return less
    ? { zh: `${zh}减少 ${size.zh}，降至 ${reached.zh}`, en: `${en} down by ${size.en}, to ${reached.en}` }
    : { zh: `${zh}增加 ${size.zh}，达到 ${reached.zh}`, en: `${en} up by ${size.en}, to ${reached.en}` };
}

const spaced = (text: string): string => (/^[\dA-Za-z-]/.test(text) ? ` ${text}` : text);
