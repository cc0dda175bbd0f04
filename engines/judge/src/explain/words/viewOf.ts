import type { Place } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import type { Register } from '../../register/register.ts';
import { isFixed } from '../changeable.ts';
import type { Condition, Leaf, RulesCondition, State } from '../condition.ts';
import { stateOf } from '../stateOf.ts';
import { seen, type World } from '../world.ts';
import { leafWords } from './conditionWords.ts';
import { labelWords } from './subjectWords.ts';

/** One condition for a screen, with those it is made of. */
export interface ConditionView {
  readonly text: Bilingual;
  readonly state: State;
  /** The given value that it is about, such as `firm.employees`. */
  readonly column?: string;
  readonly seen?: Bilingual;
  readonly wanted?: Bilingual;
  readonly gap?: Bilingual;
  /** No one can change what it is about. */
  readonly fixed?: boolean;
  readonly place?: Place;
  /** The id of the table's rule or of the decision that says it. */
  readonly element?: string;
  readonly join?: 'all' | 'any';
  readonly parts?: readonly ConditionView[];
}

/** The conditions of a decision; those of an `and` at the top stand beside each other. */
export function viewsOf(condition: Condition, world: World, register: Register | undefined): ConditionView[] {
  const views = viewOf(condition, world, register);
  const [only] = views;
  return views.length === 1 && only?.join === 'all' && only.parts !== undefined ? [...only.parts] : views;
}

function viewOf(condition: Condition, world: World, register: Register | undefined): ConditionView[] {
  const inner = (part: Condition): ConditionView[] => viewOf(part, world, register);
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'leaf':
      return [leafView(condition, world, register)];
    case 'not': {
      const { place, element } = condition;
      const parts = inner(condition.part);
      const state = stateOf(condition, world);
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) {
        const text = { zh: `并非：${only.text.zh}`, en: `not: ${only.text.en}` };
        const { gap: _gap, ...rest } = only;
        return [{ ...rest, text, state, place, element }];
      }
      return [{ text: { zh: '以下不成立', en: 'this does not hold' }, state, place, element, join: 'all', parts }];
    }
    case 'all':
    case 'any': {
      const { kind: join, place, element, parts } = condition;
      const text = join === 'all' ? { zh: '全部满足', en: 'all of these' } : { zh: '满足其一', en: 'one of these' };
      return [grouped({ text, state: stateOf(condition, world), place, element, join, parts: parts.flatMap(inner) })];
    }
    case 'if': {
      const { place, element } = condition;
      const taken = stateOf(condition.condition, world) === 'held' ? condition.consequent : condition.alternative;
      const parts = [...inner(condition.condition), ...inner(taken)];
      const text = { zh: '视情形而定', en: 'depending on the case' };
      return [grouped({ text, state: stateOf(condition, world), place, element, join: 'all', parts })];
    }
    case 'rules':
      return [rulesView(condition, world, register)];
  }
}

/** A group of one is that one. */
function grouped(view: ConditionView): ConditionView {
  const [only] = view.parts ?? [];
  return view.parts?.length === 1 && only !== undefined && only.state === view.state ? only : view;
}

function leafView(leaf: Leaf, world: World, register: Register | undefined): ConditionView {
  const words = leafWords(leaf, world, register);
  const state = stateOf(leaf, world);
  const given = leaf.subject?.given;
  return {
    text: words.text,
    state,
    ...(given === undefined ? {} : { column: given.key, fixed: isFixed(given, seen(given, world), register) }),
    ...(words.seen.zh === '' ? {} : { seen: words.seen }),
    wanted: words.wanted,
    ...(state !== 'failed' || words.gap === undefined ? {} : { gap: words.gap }),
    place: leaf.place,
    element: leaf.element,
  };
}

/** The rules that give what is wanted; and of those that hold, the one that does not. */
function rulesView(condition: RulesCondition, world: World, register: Register | undefined): ConditionView {
  const { label } = labelWords(condition.label);
  const parts: ConditionView[] = [];
  for (const { match, result, index, element, annotation } of condition.rules) {
    const [state, gives] = [stateOf(match, world), stateOf(result, world)];
    if (gives === 'failed' && state !== 'held' && result.kind === 'constant') continue;
    const [matched] = viewOf(match, world, register);
    const note = annotation === '' ? { zh: `规则 ${index}`, en: `rule ${index}` } : labelWords(annotation).label;
    const more = viewOf(result, world, register);
    const inner = [
      ...(matched?.join === 'all' ? (matched.parts ?? []) : matched === undefined ? [] : [matched]),
      ...more,
    ];
    const both = state === 'held' ? gives : state;
    const against = state === 'held' && gives === 'failed' && more.length === 0;
    parts.push({
      text: against ? { zh: `${note.zh}（不予通过）`, en: `${note.en} (says no)` } : note,
      state: both,
      ...(match.kind === 'constant' ? {} : { place: match.place }),
      element,
      join: 'all',
      parts: inner,
    });
  }
  const { place, element } = condition;
  const held = parts.filter(({ state }) => state === 'held');
  const shown = held.length > 0 ? held : parts;
  return {
    text: { zh: label.zh, en: label.en },
    state: stateOf(condition, world),
    place,
    element,
    join: 'any',
    parts: shown,
  };
}
