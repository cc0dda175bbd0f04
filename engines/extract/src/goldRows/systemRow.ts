import type { NamedSystem, SystemCategory } from '../reading.ts';

/** A named system as the annotated reports write it. */
export interface SystemRow {
  readonly id: string;
  readonly name: string;
  readonly category: SystemCategory;
  readonly section: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly { readonly quote: string; readonly start: number; readonly end: number }[];
  readonly confidence: number;
}

export function systemRow(text: string, system: NamedSystem): SystemRow {
  const { id, name, category, section, span, mentions, confidence } = system;
  const placeOf = ({ start, end }: NamedSystem['span']) => ({ quote: text.slice(start, end), start, end });
  return { id, name, category, section, ...placeOf(span), mentions: mentions.map(placeOf), confidence };
}
