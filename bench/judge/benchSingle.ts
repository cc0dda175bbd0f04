import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decide, readDecisionModel, type DecideOptions } from '@yiwang/judge';
import { loadPeer, type FeelinModule, type ZenModule } from './city/peers.ts';

const root = path.join(import.meta.dirname, '../..');
const file = 'cities/hangzhou/apps/water/rules/water-event.dmn';

/** A row of the water table, for the peers that take no DMN: what is asked of each cell, as it stands there. */
const cells = [
  ['"water-level"', '>= 0.30'],
  ['"water-level"', '< 0.30'],
  ['"rain"', '-'],
  ['"river-level"', '-'],
  ['"supply-pressure"', '-'],
  ['"turbidity"', '-'],
  ['"pm25"', '-'],
  ['"section-oxygen"', '-'],
  ['"congestion"', '-'],
  ['"traffic-speed"', '-'],
] as const;
const input = { indicator: 'pm25', value: 80 };
const rounds = 5000;

/** The water application's table of ten rules, its seventh applies. */
export async function benchSingle(): Promise<string[]> {
  const model = readDecisionModel(readFileSync(path.join(root, file), 'utf8'), file);
  const ours = (trace: DecideOptions['trace']): number =>
    median(() => {
      const { reason } = decide(model, 'waterEvent', input, { trace: trace ?? 'tables' });
      return trace === 'none' ? undefined : reason;
    });
  const [none, tables, full] = [ours('none'), ours('tables'), ours('full')];
  const feelin = await loadPeer<FeelinModule>('feelin');
  const slow = median(() => {
    // the first rule whose cells are all true, as a hit policy FIRST
    cells.find(([first, second]) => {
      const holds = (test: string, value: unknown): boolean => feelin.unaryTest(test, { '?': value }).value === true;
      return holds(first, input.indicator) && (second === '-' || holds(second, input.value));
    });
  }, 200);
  const zen = await benchZen();
  const row = (name: string, us: number): string => `| ${name} | ${us.toFixed(1)} | ${(us / full).toFixed(1)} |`;
  return [
    '## A single decision',
    '',
    `\`${file}\`: ten rules, the seventh applies. One thread, median of five. feelin has no tables: its side asks the cells one by one.`,
    '',
    '| | µs | with a full trace = 1 |',
    '|---|---|---|',
    row('**Yiwang**, result only', none),
    row('**Yiwang**, with the reason and which rules failed where', tables),
    row('**Yiwang**, with every sub-expression, its place and its value', full),
    row('zen-engine 0.54', zen.plain),
    row('zen-engine 0.54 with trace', zen.traced),
    row('feelin 8.2, without any trace', slow),
    '',
  ];
}

async function benchZen(): Promise<{ readonly plain: number; readonly traced: number }> {
  const { ZenEngine } = await loadPeer<ZenModule>('@gorules/zen-engine');
  const place = { x: 0, y: 0 };
  const content = {
    hitPolicy: 'first',
    inputs: [
      { id: 'a', name: 'indicator', field: 'indicator' },
      { id: 'b', name: 'value', field: 'value' },
    ],
    outputs: [{ id: 'c', name: 'grade', field: 'grade' }],
    rules: cells.map(([a, b], index) => ({ _id: `r${index}`, a, b: b === '-' ? '' : b, c: '"yellow"' })),
  };
  const graph = {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'i', name: 'in', type: 'inputNode', position: place },
      { id: 't', name: 'table', type: 'decisionTableNode', position: place, content },
      { id: 'o', name: 'out', type: 'outputNode', position: place },
    ],
    edges: [
      { id: 'x', sourceId: 'i', targetId: 't', type: 'edge' },
      { id: 'y', sourceId: 't', targetId: 'o', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  const { result } = await decision.evaluate(input);
  if (result['grade'] !== 'yellow') throw new Error('zen-engine decided otherwise');
  const time = async (trace: boolean): Promise<number> => {
    const samples: number[] = [];
    for (let sample = 0; sample < 5; sample += 1) {
      const start = performance.now();
      for (let round = 0; round < 1000; round += 1) await decision.evaluate(input, { trace });
      samples.push(((performance.now() - start) * 1000) / 1000);
    }
    return samples.toSorted((a, b) => a - b)[2] ?? 0;
  };
  return { plain: await time(false), traced: await time(true) };
}

/** Microseconds of one run. */
function median(run: () => unknown, times = rounds): number {
  for (let round = 0; round < times / 5; round += 1) run();
  const samples = [0, 1, 2, 3, 4].map(() => {
    const start = performance.now();
    for (let round = 0; round < times; round += 1) run();
    return ((performance.now() - start) / times) * 1000;
  });
  return samples.toSorted((a, b) => a - b)[2] ?? 0;
}
