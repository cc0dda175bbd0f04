import type { Bilingual } from '@yiwang/messages';
import type { Register } from '../../register/register.ts';
import type { Condition, Leaf } from '../condition.ts';
import { stateOf } from '../stateOf.ts';
import type { World } from '../world.ts';
import { leafWords } from './conditionWords.ts';

const most = 8;

/** The conditions that made a decision true, each with what was seen. */
export function heldWords(condition: Condition, world: World, register: Register | undefined): Bilingual {
  const said = decisive(condition, 'held', world)
    .slice(0, most)
    .map((leaf) => heldLeaf(leaf, world, register));
  return joined(unique(said), '；', '; ');
}

/** The conditions that failed, each with what was seen and by how much it missed; of alternatives all, with 或. */
export function failedWords(condition: Condition, world: World, register: Register | undefined): Bilingual {
  return failed(condition, world, register) ?? { zh: '没有规则适用', en: 'no rule applies' };
}

function heldLeaf(leaf: Leaf, world: World, register: Register | undefined): Bilingual {
  const { text, label, seen, wanted } = leafWords(leaf, world, register);
  const isPoint = leaf.wanted === undefined || leaf.wanted.parts.every(({ kind }) => kind === 'point');
  if (isPoint || seen.zh === '') return text;
  return { zh: `${label.zh} ${seen.zh}，${wanted.zh}`, en: `${label.en} ${seen.en}, ${wanted.en.replace(/^is /, '')}` };
}

function failedLeaf(leaf: Leaf, world: World, register: Register | undefined): Bilingual {
  const { text, label, seen, wanted, gap } = leafWords(leaf, world, register);
  if (seen.zh === '') return { zh: `未满足：${text.zh}`, en: `not met: ${text.en}` };
  if (gap !== undefined) {
    return {
      zh: `${label.zh} ${seen.zh}，要求${wanted.zh}，${gap.zh}`,
      en: `${label.en} ${seen.en}, ${wanted.en.replace(/^is /, '')} is asked, ${gap.en}`,
    };
  }
  return { zh: `要求${text.zh}，现为${space(seen.zh)}`, en: `asked is ${text.en}, and it is ${seen.en}` };
}

const space = (text: string): string => (/^[\dA-Za-z-]/.test(text) ? ` ${text}` : text);

/** The leaves that made it so. */
function decisive(condition: Condition, state: 'held' | 'failed', world: World): Leaf[] {
  if (stateOf(condition, world) !== state) return [];
  switch (condition.kind) {
    case 'leaf':
      return [condition];
    case 'constant':
      return [];
    case 'not':
      return decisive(condition.part, state === 'held' ? 'failed' : 'held', world);
    case 'all':
    case 'any':
      return condition.parts.flatMap((part) => decisive(part, state, world));
    case 'if':
      return [condition.condition, condition.consequent, condition.alternative].flatMap((part) =>
        decisive(part, state, world),
      );
    case 'rules': {
      const rule = condition.rules.find(({ match }) => stateOf(match, world) === 'held');
      return rule === undefined ? [] : [rule.match, rule.result].flatMap((part) => decisive(part, 'held', world));
    }
  }
}

function failed(condition: Condition, world: World, register: Register | undefined): Bilingual | undefined {
  if (stateOf(condition, world) !== 'failed') return undefined;
  const each = (parts: readonly Condition[]): Bilingual[] =>
    unique(parts.map((part) => failed(part, world, register)).filter((part) => part !== undefined)).slice(0, most);
  switch (condition.kind) {
    case 'leaf':
      return failedLeaf(condition, world, register);
    case 'constant':
      return undefined;
    case 'not': {
      const { zh, en } = heldWords(condition.part, world, register);
      return { zh: `不得有此情形：${zh}`, en: `this must not be: ${en}` };
    }
    case 'all':
      return some(joined(each(condition.parts), '；', '; '));
    case 'any':
      return some(joined(each(condition.parts), '；或者', '; or '));
    case 'if': {
      const taken = stateOf(condition.condition, world) === 'held' ? condition.consequent : condition.alternative;
      return failed(taken, world, register) ?? failed(condition.condition, world, register);
    }
    case 'rules': {
      const against = condition.rules.find(({ match }) => stateOf(match, world) === 'held');
      if (against !== undefined) {
        const result = failed(against.result, world, register);
        if (result !== undefined) return result;
        const { zh, en } = heldWords(against.match, world, register);
        return { zh: `规则 ${against.index} 不予通过：${zh}`, en: `rule ${against.index} says no: ${en}` };
      }
      const open = condition.rules.filter(
        ({ result }) => stateOf(result, world) !== 'failed' || result.kind !== 'constant',
      );
      return some(joined(each(open.map(({ match }) => match)), '；或者', '; or '));
    }
  }
}

const some = (text: Bilingual): Bilingual | undefined => (text.zh === '' ? undefined : text);

const unique = (texts: readonly Bilingual[]): Bilingual[] => [
  ...new Map(texts.map((text) => [text.zh, text])).values(),
];

const joined = (texts: readonly Bilingual[], zh: string, en: string): Bilingual => ({
  zh: texts.map((text) => text.zh).join(zh),
  en: texts.map((text) => text.en).join(en),
});
