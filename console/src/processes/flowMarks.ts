import type { FlowNode, FlowVariant, ProcessFlow } from '@yiwang/contract';
import { numberOf } from '../words/format.ts';
import type { BpmnMark } from './BpmnBox.tsx';
import type { ProcessSpeech } from './processWords.ts';
import { timeText } from './timeText.ts';

export const heats = ['none', 'waiting', 'work', 'again', 'open'] as const;
export type Heat = (typeof heats)[number];
export type TimeUnit = 'calendar' | 'working';

export interface FlowLook {
  readonly heat: Heat;
  readonly unit: TimeUnit;
  readonly variant: FlowVariant | undefined;
  readonly w: ProcessSpeech['w'];
}

/** Pixels. */
const [thinnest, thickest] = [3, 16];

/** What of a node is hot, in the heat that is chosen; waiting and work as all the time that went there. */
function heatOf(node: FlowNode, heat: Heat, unit: TimeUnit): number {
  switch (heat) {
    case 'none':
      return 0;
    case 'waiting':
      return node.waiting?.[unit].total ?? node.stay?.[unit].total ?? 0;
    case 'work':
      return node.work?.[unit].total ?? 0;
    case 'again':
      return node.again.times;
    case 'open':
      return node.open;
    default:
      return heat satisfies never;
  }
}

/** What the mined process says on the drawing: counts, the median time, the heat of nodes, flows as thick as they are used. */
export function flowMarks(flow: ProcessFlow, { heat, unit, variant, w }: FlowLook): readonly BpmnMark[] {
  const most = Math.max(1, ...flow.flows.map(({ count }) => count));
  const hottest = Math.max(0, ...flow.nodes.map((node) => heatOf(node, heat, unit)));
  const onWay = variant === undefined ? undefined : new Set([...variant.path, ...variant.flows]);
  const off = (id: string): readonly string[] => (onWay === undefined || onWay.has(id) ? [] : ['flow-off']);
  const nodes = flow.nodes.map((node): BpmnMark => {
    const value = heatOf(node, heat, unit);
    const level = hottest === 0 || value === 0 ? 0 : Math.max(1, Math.ceil((value / hottest) * 5));
    const isBottleneck = flow.bottleneck?.node === node.id;
    const marks = [...(level === 0 ? [] : [`heat-${level}`]), ...(isBottleneck ? ['bottleneck'] : [])];
    const ends = flowsAt(flow, node.id);
    const isOff = onWay !== undefined && !onWay.has(node.id) && !ends.some((id) => onWay.has(id));
    if (isOff) return { element: node.id, marks: [...marks, 'flow-off'] };
    return { element: node.id, marks, note: noteOf(node, unit, w) };
  });
  const flows = flow.flows.map(({ id, count, back }): BpmnMark => {
    const marks = [
      ...off(id),
      ...(onWay?.has(id) === true ? ['flow-way'] : []),
      ...(count === 0 ? ['flow-unused'] : []),
    ];
    const note = back && count > 0 ? `↩ ${numberOf(count)}` : count > 0 ? numberOf(count) : undefined;
    if (onWay?.has(id) === false || count === 0) return { element: id, marks };
    return { element: id, marks, note, width: thinnest + (thickest - thinnest) * Math.sqrt(count / most) };
  });
  return [...nodes, ...flows];
}

const flowsAt = ({ flows }: ProcessFlow, node: string): readonly string[] =>
  flows.filter(({ from, to }) => from === node || to === node).map(({ id }) => id);

/** `214 · 2.1 h + 35 min`: passed, waiting, work; where cases rest now, how many. */
function noteOf(node: FlowNode, unit: TimeUnit, w: ProcessSpeech['w']): string | undefined {
  const times = [node.waiting, node.work, node.stay].flatMap((time) =>
    time === null ? [] : [timeText(time[unit].median, w, unit)],
  );
  const isStep = times.length > 0 && (node.waiting !== null || (node.stay?.calendar.total ?? 0) > 0);
  const open = node.open > 0 ? ` ● ${numberOf(node.open)}` : '';
  if (!isStep) return open === '' ? undefined : open.trim();
  return `${times.join(' + ')}${open}`;
}
