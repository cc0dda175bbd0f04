import type { Static } from 'typebox';
import type { ReportStatement } from '@yiwang/contract';

type Span = Static<typeof ReportStatement>['span'];
export interface Place {
  /** From `[id:` to its `]`. */
  readonly whole: Span;
  /** From `<` to `>` inside of it; the whole where there is none. */
  readonly value: Span;
}

/** Takes `[s1:总量<42亿元>]` and `# heading` out of a text and says where each was; an id may come more than once. */
export function markedText(marked: string): { text: string; places: Map<string, Place[]> } {
  const places = new Map<string, Place[]>();
  const open: { id: string; start: number; from: number; to: number }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at += 1) {
    const sign = marked.charAt(at);
    const last = open.at(-1);
    if (sign === '[') {
      const colon = marked.indexOf(':', at);
      open.push({ id: marked.slice(at + 1, colon), start: text.length, from: -1, to: -1 });
      at = colon;
    } else if (sign === ']' && last !== undefined) {
      open.pop();
      const whole = { start: last.start, end: text.length };
      const value = last.from === -1 ? whole : { start: last.from, end: last.to };
      places.set(last.id, [...(places.get(last.id) ?? []), { whole, value }]);
    } else if (sign === '<' && last !== undefined) last.from = text.length;
    else if (sign === '>' && last !== undefined) last.to = text.length;
    else text += sign;
  }
  return { text, places };
}
