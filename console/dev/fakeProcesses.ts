import type {
  FlowNode,
  MigrationPlan,
  ProcessCheck,
  ProcessDetail,
  ProcessDifference,
  ProcessFlow,
  ProcessList,
  ProcessTimes,
} from '@yiwang/contract';
import { firstCase, now } from './fakeCity.ts';

/** A broken lamp in the fictional city: id, kind, name, place on the drawing, and what is set of it. */
const nodes = [
  ['start', 'startEvent', '报修', 60, 152, ''],
  ['assess', 'businessRuleTask', '研判', 150, 130, 'yiwang:decision="lampGrade"'],
  ['merge', 'exclusiveGateway', '', 305, 145, ''],
  ['dispatch', 'userTask', '派遣', 400, 130, 'yiwang:candidateRole="duty-officer" yiwang:calendarMinutes="10"'],
  ['handle', 'userTask', '处置', 560, 130, 'yiwang:candidateRole="field-team" yiwang:workingMinutes="240"'],
  ['verify', 'userTask', '核查', 720, 130, 'yiwang:candidateRole="verifier" yiwang:notBy="handle"'],
  ['verified', 'exclusiveGateway', '通过？', 875, 145, 'default="failed"'],
  ['end', 'endEvent', '办结', 980, 152, ''],
  ['supervise', 'userTask', '督办', 560, 290, 'yiwang:candidateRole="supervisor"'],
  ['supervised', 'endEvent', '', 732, 312, ''],
] as const;
const flows = [
  ['toAssess', 'start', 'assess'],
  ['toMerge', 'assess', 'merge'],
  ['toDispatch', 'merge', 'dispatch'],
  ['toHandle', 'dispatch', 'handle'],
  ['toVerify', 'handle', 'verify'],
  ['toVerified', 'verify', 'verified'],
  ['passed', 'verified', 'end'],
  ['failed', 'verified', 'merge'],
  ['toSupervise', 'overdue', 'supervise'],
  ['toSupervised', 'supervise', 'supervised'],
] as const;

const sizeOf = (kind: string): readonly [number, number] =>
  /task$/i.test(kind) ? [100, 80] : kind.endsWith('Gateway') ? [50, 50] : [36, 36];

function lampXml(names: Readonly<Record<string, string>> = {}, rename: (id: string) => string = (id) => id): string {
  const boxOf = (id: string): readonly [number, number, number, number] => {
    if (id === 'overdue') return [612, 192, 36, 36];
    const [, kind = '', , x = 0, y = 0] = nodes.find(([one]) => one === id) ?? [];
    return [x, y, ...sizeOf(kind)];
  };
  const shapes = [...nodes.map(([id]) => id), 'overdue'].map((id) => {
    const [x, y, width, height] = boxOf(id);
    const bounds = `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
    return `<bpmndi:BPMNShape id="${rename(id)}_di" bpmnElement="${rename(id)}">${bounds}</bpmndi:BPMNShape>`;
  });
  const edges = flows.map(([id, from, to]) => {
    const [x1, y1, w1, h1] = boxOf(from);
    const [x2, y2, , h2] = boxOf(to);
    const points =
      id === 'failed'
        ? [
            [900, 145],
            [900, 70],
            [330, 70],
            [330, 145],
          ]
        : from === 'overdue'
          ? [
              [630, 228],
              [630, 290],
            ]
          : [
              [x1 + w1, y1 + h1 / 2],
              [x2, y2 + h2 / 2],
            ];
    const way = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('');
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${way}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:yiwang="https://yiwang.org/bpmn/1.0" id="lampDefinitions" targetNamespace="https://yiwang.org/example/lamp">
  <bpmn:process id="lamp" name="路灯报修" isExecutable="true" yiwang:grade="grade">
    ${nodes.map(([id, kind, name, , , settings]) => `<bpmn:${kind} id="${rename(id)}" name="${names[id] ?? name}" ${settings}/>`).join('\n    ')}
    <bpmn:boundaryEvent id="overdue" name="超期" attachedToRef="${rename('handle')}" cancelActivity="false"><bpmn:timerEventDefinition id="overdueTimer" yiwang:clock="due"/></bpmn:boundaryEvent>
    ${flows
      .map(([id, from, to]) => {
        const condition =
          id === 'passed'
            ? '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">outcome = "pass"</bpmn:conditionExpression>'
            : '';
        return `<bpmn:sequenceFlow id="${id}" sourceRef="${rename(from)}" targetRef="${rename(to)}">${condition}</bpmn:sequenceFlow>`;
      })
      .join('\n    ')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="lampDiagram"><bpmndi:BPMNPlane id="lampPlane" bpmnElement="lamp">${[...shapes, ...edges].join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

const first = lampXml({ handle: '修灯' }, (id) => (id === 'verify' ? 'inspect' : id));
const second = lampXml();

const both = (zh: string, en: string) => ({ zh, en });
const about = { app: 'lamp', appName: both('路灯', 'Street lamps'), process: 'lamp', name: '路灯报修' };

const list: ProcessList = {
  processes: [
    {
      ...about,
      version: 2,
      versions: [
        { version: 2, open: 214 },
        { version: 1, open: 37 },
      ],
      open: 251,
      problems: 0,
      hasDraft: false,
    },
    {
      app: 'hotline',
      appName: both('热线', 'Hotline'),
      process: 'request',
      name: '热线诉求',
      version: 5,
      versions: [{ version: 5, open: 1_840 }],
      open: 1_840,
      problems: 2,
      hasDraft: true,
    },
  ],
};

const times = (median: number, count: number): ProcessTimes => ({
  calendar: { count, total: median * count * 1.3, median, p90: median * 3.2 },
  working: { count, total: median * count * 0.5, median: Math.round(median * 0.38), p90: median * 1.3 },
});

/** Waiting and work in minutes, how often it went through, again, its share and what is open. */
const mined: Readonly<
  Record<string, readonly [waiting: number, work: number, passed: number, again: number, share: number, open: number]>
> = {
  dispatch: [4, 3, 4_512, 402, 0.03, 12],
  handle: [310, 96, 4_466, 398, 0.71, 188],
  verify: [62, 11, 4_240, 361, 0.22, 51],
  supervise: [45, 20, 233, 0, 0.04, 9],
};
const flowCounts: Readonly<Record<string, number>> = {
  toAssess: 4_110,
  toMerge: 4_110,
  toDispatch: 4_512,
  toHandle: 4_500,
  toVerify: 4_466,
  toVerified: 4_240,
  passed: 3_838,
  failed: 402,
  toSupervise: 242,
  toSupervised: 233,
};

function flowOf(version: number | null): ProcessFlow {
  const all = [
    ...nodes.map(([id, kind, name]) => ({ id, kind, name })),
    { id: 'overdue', kind: 'boundaryEvent', name: '超期' },
  ];
  return {
    at: now,
    version,
    cases: { all: 4_110, closed: 3_838, withdrawn: 21 },
    events: 61_204,
    time: times(720, 3_838),
    nodes: all.map(({ id, kind, name }): FlowNode => {
      const own = mined[id];
      const [waiting = 0, work = 0, passed = 0, again = 0, share = 0, open = 0] = own ?? [];
      return {
        id,
        name: name === '' ? id : name,
        kind,
        role:
          own === undefined
            ? null
            : (/candidateRole="([^"]+)"/.exec(nodes.find(([one]) => one === id)?.[5] ?? '')?.[1] ?? null),
        passed: own === undefined ? 4_110 : passed,
        cancelled: 0,
        waiting: own === undefined ? null : times(waiting, passed),
        work: own === undefined ? null : times(work, passed),
        stay: null,
        again: { cases: Math.round(again * 0.9), times: again },
        share,
        open,
        since: open > 0 ? now : null,
      };
    }),
    flows: flows.map(([id, from, to]) => ({ id, from, to, count: flowCounts[id] ?? 0, back: id === 'failed' })),
    variants: [
      variantOf(['assess', 'dispatch', 'handle', 'verify'], 3_240, 610, ['failed', 'toSupervise', 'toSupervised']),
      variantOf(['assess', 'dispatch', 'handle', 'verify', 'dispatch', 'handle', 'verify'], 340, 1_490, [
        'toSupervise',
        'toSupervised',
      ]),
      variantOf(['assess', 'dispatch', 'overdue', 'supervise', 'handle', 'verify'], 190, 2_210, ['failed']),
    ],
    otherVariants: { cases: 68, variants: 14, atLeast: false },
    bottleneck: { node: 'handle', share: 0.71, part: 'waiting' },
    milliseconds: 212,
  };
}

function variantOf(
  path: string[],
  cases: number,
  median: number,
  without: readonly string[],
): ProcessFlow['variants'][number] {
  const taken = flows.map(([id]) => id).filter((id) => !without.includes(id));
  return { path, cut: false, flows: taken, cases, share: cases / 3_838, time: times(median, cases) };
}

const difference: ProcessDifference = {
  added: [{ id: 'verify', kind: 'userTask', name: '核查' }],
  removed: [{ id: 'inspect', kind: 'userTask', name: '核查' }],
  changed: [
    { id: 'handle', kind: 'userTask', name: '处置', changes: [{ what: 'name', before: '修灯', after: '处置' }] },
    {
      id: 'toVerify',
      kind: 'sequenceFlow',
      name: null,
      changes: [{ what: 'targetRef', before: 'inspect', after: 'verify' }],
    },
  ],
};

function planOf(mapping: Readonly<Record<string, string>>): MigrationPlan {
  const isMapped = mapping['inspect'] === 'verify';
  const elements = nodes.filter(([, kind]) => kind.endsWith('Task')).map(([id, kind, name]) => ({ id, kind, name }));
  const examples = [{ region: firstCase.region, id: firstCase.id, number: firstCase.number }];
  return {
    from: 1,
    to: 2,
    moves: isMapped ? 37 : 28,
    stays: isMapped ? 0 : 9,
    steps: [
      { from: 'handle', to: 'handle', cases: 28, obstacles: [] },
      {
        from: 'inspect',
        to: isMapped ? 'verify' : null,
        cases: 9,
        obstacles: isMapped ? [] : [{ why: 'noTarget', cases: 9, examples }],
      },
    ],
    timers: [{ element: 'overdue', change: 'set', cases: 3 }],
    unknown: [],
    elements: {
      from: elements.map((one) => (one.id === 'verify' ? { ...one, id: 'inspect' } : one)),
      to: elements,
    },
  };
}

/** Answers as the server does, with a draft that is kept and published; a model that says `outcome =` does not run. */
export function fakeProcesses() {
  let draft: ProcessDetail['draft'] = null;
  let published: string | undefined;
  const detail = (version: number): ProcessDetail => ({
    ...about,
    versions: [
      ...(published === undefined
        ? []
        : [
            {
              version: 3,
              file: 'lamp.bpmn',
              at: now,
              origin: 'person' as const,
              by: 'account:600001',
              why: '试验',
              open: 0,
              cases: 0,
            },
          ]),
      {
        version: 2,
        file: 'lamp.bpmn',
        at: now,
        origin: 'person',
        by: 'account:600001',
        why: '市政例会第 12 号纪要',
        open: 214,
        cases: 4_110,
      },
      {
        version: 1,
        file: 'lamp.bpmn',
        at: '2026-07-01T02:00:00.000Z',
        origin: 'file',
        by: null,
        why: null,
        open: 37,
        cases: 2_980,
      },
    ],
    shown: { version, xml: version === 1 ? first : version === 3 ? (published ?? second) : second, problems: [] },
    draft,
  });
  return (method: string, path: string, search: URLSearchParams, body: unknown): unknown => {
    const [, , , app, , what] = path.split('/');
    const newest = published === undefined ? 2 : 3;
    if (app === undefined) return list;
    if (app === 'check') return check(textOf(body, 'xml'));
    if (app !== 'lamp') return undefined;
    if (what === undefined) return detail(Number(search.get('version') ?? newest));
    if (what === 'flow')
      return search.get('region') === '990106' ? empty() : flowOf(Number(search.get('version')) || null);
    if (what === 'difference') return difference;
    if (what === 'migration') return planOf(mappingIn(body));
    if (what === 'draft' && method === 'DELETE') {
      draft = null;
      return null;
    }
    if (what === 'draft') {
      const rev = (draft?.rev ?? 0) + 1;
      draft = { base: 2, rev, xml: textOf(body, 'xml'), by: 'account:600001', at: now };
      return { rev };
    }
    published = textOf(body, 'xml');
    draft = null;
    return detail(3);
  };
}

const empty = (): ProcessFlow => ({ ...flowOf(null), cases: { all: 0, closed: 0, withdrawn: 0 } });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
function textOf(body: unknown, name: string): string {
  const value = isRecord(body) ? body[name] : undefined;
  return typeof value === 'string' ? value : '';
}
function mappingIn(body: unknown): Readonly<Record<string, string>> {
  const mapping = isRecord(body) ? body['mapping'] : undefined;
  return isRecord(mapping) ? Object.fromEntries(Object.keys(mapping).map((from) => [from, textOf(mapping, from)])) : {};
}

function check(xml: string): ProcessCheck {
  if (!xml.includes('>outcome =<')) return { problems: [] };
  const what = both(
    'lamp.bpmn:18 元素 passed：表达式“outcome =”有误',
    'lamp.bpmn:18 element passed: has a wrong expression "outcome ="',
  );
  return {
    problems: [{ element: 'passed', line: 18, what, help: both('请改正 FEEL 表达式。', 'Mend the FEEL expression.') }],
  };
}
