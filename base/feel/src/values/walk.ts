import { faults } from '../faults.ts';

/**
 * One walk through all parts of a value. A list may hold another twice, which holds another twice: 60 such steps are 2^60
 * parts, so they are counted; and a loop may put lists into lists past what the stack takes.
 */
export interface Walk {
  left: number;
  depth: number;
}

const maxParts = 2_000_000;
const maxDepth = 1000;

export function startWalk(): Walk {
  return { left: maxParts, depth: 0 };
}

/** To be called at each list and context, with `leave` after its parts. @throws feel.tooMuchWork */
export function enterParts(walk: Walk, parts: number): void {
  walk.left -= parts + 1;
  walk.depth += 1;
  if (walk.left < 0) throw faults.tooMuchWork({ limit: `${maxParts} parts of one value` });
  if (walk.depth > maxDepth) throw faults.tooMuchWork({ limit: `${maxDepth} levels of one value` });
}

export function leaveParts(walk: Walk): void {
  walk.depth -= 1;
}

/** A text costs as a part for each 16 of its units, so that no walk writes more than some tens of megabytes. */
export function passText(walk: Walk, text: string): void {
  walk.left -= text.length >> 4;
  if (walk.left < 0) throw faults.tooMuchWork({ limit: `${maxParts} parts of one value` });
}
