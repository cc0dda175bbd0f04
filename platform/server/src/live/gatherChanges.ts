import type { Changes } from './changes.ts';

type Kind = keyof Changes;

/** Keys that came since the last flush, each once. */
export interface Gathered {
  add(changes: Changes): void;
  /** Gives what was gathered and starts anew; undefined when there is nothing. */
  take(): Changes | undefined;
  readonly waiting: boolean;
}

const kinds: readonly Kind[] = ['signs', 'things', 'crossings', 'cases'];

export function gatherChanges(): Gathered {
  let maps = emptyMaps();
  return {
    get waiting() {
      return kinds.some((kind) => maps[kind].size > 0);
    },
    add(changes) {
      for (const kind of kinds) for (const key of changes[kind]) maps[kind].set(`${key[0]} ${key[1]}`, key);
    },
    take() {
      if (!this.waiting) return undefined;
      const full = maps;
      maps = emptyMaps();
      return {
        signs: [...full.signs.values()],
        things: [...full.things.values()],
        crossings: [...full.crossings.values()],
        cases: [...full.cases.values()],
      };
    },
  };
}

function emptyMaps(): Record<Kind, Map<string, readonly [string, string]>> {
  return { signs: new Map(), things: new Map(), crossings: new Map(), cases: new Map() };
}
