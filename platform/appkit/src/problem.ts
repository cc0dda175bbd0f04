import type { Bilingual } from '@yiwang/messages';

/** Something wrong in a model file: where, what, and what to do. */
export interface ModelProblem {
  /** Relative to the folder that was loaded. */
  readonly file: string;
  /** 1-based; 1 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
  /** Of a process: the id of the element that it is about, where that is known. */
  readonly element?: string;
  readonly what: Bilingual;
  readonly help: Bilingual;
}

/** Gathers problems, so that one run names them all and not only the first. */
export interface Problems {
  readonly list: readonly ModelProblem[];
  add(problem: ModelProblem): void;
}

export function gatherProblems(): Problems {
  const list: ModelProblem[] = [];
  return { list, add: (problem) => void list.push(problem) };
}

/** `apps/water/indicators/rain.yaml:3:7` */
export function placeOf({ file, line, column }: ModelProblem): string {
  return `${file}:${line}:${column}`;
}
