import type { Indicator } from './indicator.ts';

/** What a sign is made of: enough to make the city's parts out of its districts' parts, exactly. */
export interface Parts {
  /** Things with a value that is not too old. */
  readonly size: number;
  readonly total: number;
  readonly lowest: number;
  readonly highest: number;
  readonly worst: {
    readonly severity: number;
    readonly value: number;
    readonly region: string;
    readonly thing: string;
  };
}

/** The worse of two; of equals the one whose thing sorts first, so that any order gives the same. */
function worse(a: Parts['worst'], b: Parts['worst']): Parts['worst'] {
  if (a.severity !== b.severity) return a.severity > b.severity ? a : b;
  return a.thing <= b.thing ? a : b;
}

/** The parts of the union; undefined when there are none. */
export function joinParts(all: readonly Parts[]): Parts | undefined {
  return all.length === 0
    ? undefined
    : all.reduce((a, b) => ({
        size: a.size + b.size,
        total: a.total + b.total,
        lowest: Math.min(a.lowest, b.lowest),
        highest: Math.max(a.highest, b.highest),
        worst: worse(a.worst, b.worst),
      }));
}

export function valueOfParts({ aggregation }: Indicator, parts: Parts): number {
  switch (aggregation) {
    case 'mean':
    case 'share':
      return parts.total / parts.size;
    case 'max':
      return parts.highest;
    case 'min':
      return parts.lowest;
    case 'worst':
      return parts.worst.value;
  }
}
