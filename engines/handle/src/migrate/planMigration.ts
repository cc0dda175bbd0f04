import { boundaryPlan } from './boundaryPlan.ts';
import type { MapNode, ProcessMap } from '../mining/processMap.ts';

/** Where cases stand that stand alike: their tokens and set timers, how many there are, and some of them. */
export interface PositionGroup {
  readonly tokens: readonly { readonly element: string; readonly via: string | null }[];
  /** Elements with a timer that has not fired. */
  readonly timers: readonly string[];
  readonly cases: number;
  readonly examples: readonly CaseReference[];
}

export interface CaseReference {
  readonly region: string;
  readonly id: string;
  readonly number: string;
}

/**
 * Why a token can't go to the other version:
 * - noTarget: no such element there, and none is mapped
 * - kind: another kind of element, or an event that waits for something else
 * - loop: an activity of one instance against one of many, or in a row against at once
 * - scope: it stands in another subprocess
 * - way: it waits at a gateway, by a flow that does not lead there
 * - merged: two places of a case would become one
 * - timer: a timer that is set belongs to another activity there
 */
export type MigrationObstacle = 'noTarget' | 'kind' | 'loop' | 'scope' | 'way' | 'merged' | 'timer';

/** What moving the cases of one version to another would do; nothing is changed by it. */
export interface MigrationPlan {
  /** Cases that would move, and that would stay on their version. */
  readonly moves: number;
  readonly stays: number;
  /** By node where cases stand, in how many cases, where they go, and why they can't. */
  readonly steps: readonly MigrationStep[];
  /** Timers that would be set anew, or dropped, when the cases move. */
  readonly timers: readonly { readonly element: string; readonly change: 'set' | 'dropped'; readonly cases: number }[];
  /** What the mapping names that one of the versions does not have. */
  readonly unknown: readonly { readonly element: string; readonly in: 'from' | 'to' }[];
}

export interface MigrationStep {
  readonly from: string;
  readonly to: string | null;
  readonly cases: number;
  /** Cases that can't move because of it, by reason. */
  readonly obstacles: readonly {
    readonly why: MigrationObstacle;
    readonly cases: number;
    readonly examples: readonly CaseReference[];
  }[];
}

/** By the id of an element (node or flow) of the version that is left; what is not in it keeps its id. */
export type ElementMapping = Readonly<Record<string, string>>;

const mostExamples = 5;
const joins = new Set(['parallelGateway', 'inclusiveGateway', 'complexGateway']);

/** Plans the move of cases from one version to another. A case moves as a whole or not at all. */
export function planMigration(
  from: ProcessMap,
  to: ProcessMap,
  mapping: ElementMapping,
  positions: readonly PositionGroup[],
): MigrationPlan {
  const steps = new Map<
    string,
    { cases: number; why: Map<MigrationObstacle, { cases: number; examples: CaseReference[] }> }
  >();
  const timers = new Map<string, number>();
  let [moves, stays] = [0, 0];
  for (const group of positions) {
    const obstacles = obstaclesOf(from, to, mapping, group);
    if (obstacles.size === 0) {
      moves += group.cases;
      for (const { element, change } of boundaryPlan(from, to, mapping, group).changes) {
        const key = `${change} ${element}`;
        timers.set(key, (timers.get(key) ?? 0) + group.cases);
      }
    } else stays += group.cases;
    for (const element of new Set(group.tokens.map((token) => token.element))) {
      const step = steps.get(element) ?? { cases: 0, why: new Map() };
      steps.set(element, step);
      step.cases += group.cases;
      const why = obstacles.get(element);
      if (why === undefined) continue;
      const told = step.why.get(why) ?? { cases: 0, examples: [] };
      step.why.set(why, told);
      told.cases += group.cases;
      told.examples.push(...group.examples.slice(0, mostExamples - told.examples.length));
    }
  }
  return {
    moves,
    stays,
    steps: [...steps]
      .map(([element, { cases, why }]) => ({
        from: element,
        to: targetOf(element, to, mapping) ?? null,
        cases,
        obstacles: [...why].map(([reason, told]) => ({ why: reason, ...told })),
      }))
      .toSorted((a, b) => b.cases - a.cases || (a.from < b.from ? -1 : 1)),
    timers: [...timers].map(([key, cases]) => {
      const [change = '', element = ''] = key.split(' ');
      return { element, change: change === 'set' ? 'set' : 'dropped', cases };
    }),
    unknown: [
      ...Object.keys(mapping)
        .filter((id) => !from.nodes.has(id) && !from.flows.has(id))
        .map((element) => ({ element, in: 'from' as const })),
      ...Object.values(mapping)
        .filter((id) => !to.nodes.has(id) && !to.flows.has(id))
        .map((element) => ({ element, in: 'to' as const })),
    ],
  };
}

/** Where an element goes; undefined where the other version has no such place. */
export function targetOf(id: string, to: ProcessMap, mapping: ElementMapping): string | undefined {
  const target = Object.hasOwn(mapping, id) ? mapping[id] : id;
  return target !== undefined && (to.nodes.has(target) || to.flows.has(target)) ? target : undefined;
}

/** The elements of a group whose tokens can't move, each with the first reason. */
function obstaclesOf(
  from: ProcessMap,
  to: ProcessMap,
  mapping: ElementMapping,
  group: PositionGroup,
): ReadonlyMap<string, MigrationObstacle> {
  const found = new Map<string, MigrationObstacle>();
  const takenBy = new Map<string, string>();
  for (const { element, via } of group.tokens) {
    const node = from.nodes.get(element);
    const target = to.nodes.get(targetOf(element, to, mapping) ?? '');
    const why =
      node === undefined || target === undefined ? 'noTarget' : obstacleOf(from, to, mapping, { node, target, via });
    if (why !== undefined || target === undefined) {
      found.set(element, why ?? 'noTarget');
      continue;
    }
    // at a gateway that waits for its branches each token stands for a flow of its own
    const place = joins.has(target.kind)
      ? `${target.id} ${via === null ? '' : (targetOf(via, to, mapping) ?? '')}`
      : target.id;
    const own = joins.has(target.kind) ? `${element} ${via}` : element;
    const other = takenBy.get(place);
    if (other !== undefined && other !== own) found.set(element, 'merged');
    takenBy.set(place, own);
  }
  for (const element of boundaryPlan(from, to, mapping, group).misplaced)
    if (!found.has(element)) found.set(element, 'timer');
  return found;
}

function obstacleOf(
  from: ProcessMap,
  to: ProcessMap,
  mapping: ElementMapping,
  { node, target, via }: { readonly node: MapNode; readonly target: MapNode; readonly via: string | null },
): MigrationObstacle | undefined {
  if (node.kind !== target.kind || node.event !== target.event) return 'kind';
  if (node.loop !== target.loop) return 'loop';
  const scope = scopeObstacle(from, to, mapping, node.scope, target.scope);
  if (scope !== undefined) return scope;
  if (!joins.has(node.kind) || via === null) return undefined;
  const flow = targetOf(via, to, mapping);
  return flow !== undefined && target.incoming.includes(flow) ? undefined : 'way';
}

/** Subprocesses around a place must go together, up to the process itself. */
function scopeObstacle(
  from: ProcessMap,
  to: ProcessMap,
  mapping: ElementMapping,
  left: string,
  right: string,
): MigrationObstacle | undefined {
  const [inner, outer] = [from.nodes.get(left), to.nodes.get(right)];
  if (inner === undefined || outer === undefined) return inner === outer ? undefined : 'scope';
  if (targetOf(left, to, mapping) !== right || inner.kind !== outer.kind) return 'scope';
  if (inner.loop !== outer.loop) return 'loop';
  return scopeObstacle(from, to, mapping, inner.scope, outer.scope);
}
