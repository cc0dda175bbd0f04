import type {
  CaseClock,
  CaseDetail,
  CaseSummary,
  City,
  LiveEvent,
  MapThing,
  OpeningList,
  Screen,
  Session,
  Sign,
} from '@yiwang/contract';
import type { Static } from 'typebox';

/** A fictional city of six districts on a grid: enough to look at every screen, and nothing of a real one. */
export const now = '2026-11-18T01:14:00.000Z';
const both = (zh: string, en: string) => ({ zh, en });
const names = [
  ['东湾区', 'Dongwan'],
  ['西岭区', 'Xiling'],
  ['南浦区', 'Nanpu'],
  ['北原区', 'Beiyuan'],
  ['中河区', 'Zhonghe'],
  ['云溪县', 'Yunxi'],
] as const;
const codes = names.map((_name, index) => `99010${index + 1}`);
const duty = both('城市运行中心值班室', 'Operations centre, duty desk');

export const session: Session = {
  account: '100001',
  roles: ['duty-officer'],
  region: '990100',
  organisation: 'example.office',
  organisationName: both('市政府办', 'City office'),
  actions: [
    'case.read',
    'case.open',
    'task.complete',
    'task.dispatch',
    'ledger.read',
    'ledger.verify',
    'report.read',
    'report.add',
    'report.correct',
    'report.withdraw',
    'rule.read',
    'rule.try',
    'rule.publish',
    'rule.withdraw',
    'register.read',
    'process.read',
    'process.mine',
    'process.try',
    'process.publish',
  ],
};

export const city: Static<typeof City> = {
  code: '990100',
  name: both('示例市', 'Example City'),
  simulated: true,
  regions: [
    { code: '990100', name: both('示例市', 'Example City') },
    ...names.map(([zh, en], index) => ({ code: codes[index] ?? '', name: both(zh, en) })),
  ],
  organisations: [{ path: 'example.office', name: duty, region: '990100' }],
  map: {
    width: 366,
    height: 260,
    note: both('按区县驻地坐标生成，非行政边界', 'Made from the seats of the districts; not boundaries'),
    cells: codes.map((code, index) => {
      const x = 10 + (index % 3) * 116;
      const y = 10 + Math.floor(index / 3) * 120;
      return { code, path: `M${x} ${y}h116v120h-116Z`, label: [x + 58, y + 52] };
    }),
  },
  demoAccounts: [
    { account: '100001', role: 'duty-officer', title: both('值班席', 'Duty officer') },
    { account: '100002', role: 'field-team', title: both('处置队员', 'Field team') },
  ],
};

const kinds = [
  ['pm25', 'PM2.5', 'PM2.5', 'μg/m³', 27, 'ok', null, 35],
  ['level', '内涝点水位', 'Water on roads', 'm', 0.31, 'over', 0, 0.15],
  ['pressure', '供水压力', 'Water pressure', 'MPa', 0.32, 'ok', 0.28, 0.4],
  ['jam', '拥堵指数', 'Congestion index', '', 1.84, 'due', 1, 1.8],
  ['load', '全网负荷', 'Grid load', 'MW', 14820, 'ok', null, 16900],
  ['answer', '接通率', 'Calls answered', '%', 96.8, 'ok', 95, null],
] as const;

function signOf(kind: (typeof kinds)[number], region: string): Sign {
  const [indicator, zh, en, unit, value, light, low, high] = kind;
  return {
    indicator,
    name: both(zh, en),
    unit,
    region,
    value,
    decimals: value > 100 ? 0 : value < 2 ? 2 : 1,
    at: now,
    light,
    band: { low, high },
    ...(indicator === 'answer'
      ? { target: { value: 95, text: both('≥ 95 %', '≥ 95 %'), source: both('演练目标', 'Drill target') } }
      : {}),
    simulated: true,
    spark: Array.from({ length: 48 }, (_none, step) => value * (0.9 + 0.1 * Math.sin(step / 5) + step / 900)),
    organisation: 'example.office',
  };
}
export const signs: readonly Sign[] = [city.code, ...codes].flatMap((region) =>
  kinds.map((kind) => signOf(kind, region)),
);

const lights = ['over', 'due', 'ok', 'ok'] as const;
export const cases: readonly CaseSummary[] = Array.from({ length: 60 }, (_none, index) => ({
  id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  region: codes[index % 6] ?? '990101',
  number: `${codes[index % 6]}-20261118-${String(index + 1).padStart(4, '0')}`,
  app: 'rain',
  network: 'manage',
  title: index % 2 === 0 ? '道路积水 0.31 m' : '断面水质越出区间',
  state: 'open',
  light: lights[index % 4] ?? 'ok',
  grade: 'III',
  step: '派遣',
  organisation: 'example.office',
  organisationName: duty,
  assignee: null,
  openedAt: '2026-11-18T00:40:00.000Z',
  closedAt: null,
  dueAt: '2026-11-18T01:40:00.000Z',
  dueBy: { of: 'task', name: '派遣' },
  longitude: 120.1,
  latitude: 30.2,
  simulated: true,
}));
const [first] = cases;
if (first === undefined) throw new RangeError('the fake city has no case');
export const firstCase: CaseSummary = first;

const counts = { ok: 4, due: 2, over: 1 };
export const events: readonly LiveEvent[] = cases.slice(0, 12).map((one, index) => ({
  id: String(index),
  at: new Date(Date.parse(now) - index * 37_000).toISOString(),
  kind: 'case',
  light: one.light,
  title: both(one.title, 'Water on the road, 0.31 m'),
  region: one.region,
  place: '河滨路',
  organisationName: duty,
  case: { region: one.region, id: one.id },
}));

export const screenAt = (at: string | null): Screen => ({
  at: at ?? now,
  live: at === null,
  signs: signs.slice(0, kinds.length),
  signsInBand: 4,
  cases: [{ network: 'manage', counts: { ok: 30, due: 15, over: 15 } }],
  districts: codes.map((region) => ({
    region,
    counts,
    signs: counts,
    dutyOrganisation: 'example.office',
    dutyName: duty,
  })),
  first: { case: firstCase, overMinutes: 192 },
  events: [...events],
  checkpoint: { region: '990101', size: 18204, at: now, verified: true },
  calendar: { version: 'v7', workday: true },
});

export const things: readonly Static<typeof MapThing>[] = codes.map((region, index) => ({
  id: `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`,
  region,
  name: both('河滨路积水点', 'Riverside gauge'),
  kind: 'gauge',
  indicator: 'level',
  longitude: 120,
  latitude: 30,
  x: 30 + (index % 3) * 116,
  y: 36 + Math.floor(index / 3) * 120,
  value: 0.31,
  unit: 'm',
  at: now,
  light: index === 0 ? 'over' : 'ok',
  simulated: true,
}));

const taskClock: CaseDetail['clocks'][number] = {
  id: 7,
  of: 'task',
  name: '处置',
  task: '00000000-0000-7000-a000-000000000001',
  unit: 'calendarMinutes',
  budget: 60,
  extended: 0,
  maxExtension: 0,
  used: 34,
  warnAt: '2026-11-18T01:28:00.000Z',
  dueAt: '2026-11-18T01:40:00.000Z',
  light: 'due',
  state: 'running',
  calendar: 'example 7',
  stops: [],
};

const caseClock: CaseClock = {
  ...taskClock,
  id: 3,
  of: 'case',
  name: '积水处置',
  task: null,
  unit: 'workingDays',
  budget: 5,
  maxExtension: 3,
  used: 1,
  warnAt: '2026-11-23T09:30:00.000Z',
  dueAt: '2026-11-24T09:30:00.000Z',
  light: 'ok',
  stops: [
    {
      from: '2026-11-17T02:00:00.000Z',
      to: '2026-11-17T06:00:00.000Z',
      reason: '专家评审不计入期限',
      by: 'account:100001',
    },
  ],
};

const task = {
  id: '00000000-0000-7000-a000-000000000001',
  state: 'open',
  organisation: 'example.office',
  organisationName: duty,
  createdAt: now,
  dueAt: '2026-11-18T01:40:00.000Z',
  completedAt: null,
  light: 'due',
  refused: null,
} as const;
export const dispatchTask: CaseDetail['tasks'][number] = {
  ...task,
  element: 'dispatch',
  name: '派遣',
  candidateRole: 'duty-officer',
  assignee: '100001',
  form: [{ key: 'team', label: both('处置队伍', 'Team'), type: 'textfield', required: true }],
  actions: ['complete'],
};
export const handleTask: CaseDetail['tasks'][number] = {
  ...task,
  element: 'handle',
  name: '处置',
  candidateRole: 'field-team',
  assignee: null,
  form: [
    { key: 'photo', label: both('现场照片', 'Photo of the site'), type: 'photo', required: true },
    { key: 'handled', label: both('处置情况', 'What was done'), type: 'textarea', required: true },
  ],
  actions: ['claim'],
};

export const detailOf = (tasks: CaseDetail['tasks']): CaseDetail => ({
  summary: firstCase,
  tasks,
  filled: [
    {
      name: both('处置', 'Handle'),
      by: 'account:200001',
      at: now,
      fields: [
        { key: 'measure', label: both('处置措施', 'Measure taken'), text: both('抽排', 'Pumped'), file: null },
        {
          key: 'photo',
          label: both('现场照片', 'Photo of the site'),
          text: both('1.png', '1.png'),
          file: 'a'.repeat(64),
        },
      ],
    },
  ],
  events: [
    {
      seq: 1,
      at: now,
      kind: 'case.opened',
      element: null,
      name: both('立案', 'Case opened'),
      actor: 'system:flow',
      reason: null,
      data: {},
    },
  ],
  decision: {
    id: 'rain',
    reason: both('水位 0.31 m，高于预警 0.15 m', 'Level 0.31 m, above the warning of 0.15 m'),
    rules: ['rain-3'],
    outputs: {},
  },
  observation: {
    thing: things[0]?.id ?? '',
    name: both('河滨路积水点', 'Riverside gauge'),
    indicator: 'level',
    value: 0.31,
    unit: 'm',
    at: now,
    inBandAgain: false,
  },
  files: [],
  clock: taskClock,
  clocks: [taskClock, caseClock],
  rev: 3,
  supervisedAt: now,
  parkedAt: null,
  urged: 2,
  links: [
    {
      kind: 'related',
      region: '990102',
      case: '00000000-0000-7000-8000-0000000000aa',
      number: '990102-20261117-0004',
    },
  ],
  requests: [{ id: 9, clock: 3, amount: 2, reason: '管道需要开挖', by: 'account:100021', at: now }],
  incidents: [
    {
      id: 12,
      element: 'notify',
      code: 'server.unreachable',
      detail: '短信网关未应答，已重试十次。',
      at: now,
    },
  ],
  actions: [
    { do: 'assign', task: '00000000-0000-7000-a000-000000000001', needsReason: true },
    { do: 'transfer', task: '00000000-0000-7000-a000-000000000001', needsReason: true },
    { do: 'addSigner', task: '00000000-0000-7000-a000-000000000001', needsReason: false },
    { do: 'suspendClock', clock: 7, needsReason: true },
    { do: 'extend', clock: 3, needsReason: true },
    { do: 'decideExtension', request: 9, clock: 3, needsReason: false },
    { do: 'urge', needsReason: true },
    { do: 'supervise', needsReason: true },
    { do: 'park', needsReason: true },
    { do: 'link', needsReason: false },
    { do: 'mergeInto', needsReason: true },
    { do: 'withdraw', needsReason: true },
    { do: 'retry', incident: 12, needsReason: false },
  ],
  barred: [
    { do: 'reopen', why: '案件尚未办结' },
    { do: 'extend', why: '“派遣”已延至上限' },
  ],
  proposals: [
    {
      organisation: 'example.team3',
      name: both('排水三队', 'Drainage team 3'),
      metres: 1250,
      openCases: 1,
      reason: both('最近且有泵车', 'Nearest, with a pump'),
    },
  ],
});

export const openings: OpeningList = {
  openings: [
    {
      app: 'licence',
      process: 'placeLicence',
      network: 'serve',
      name: '场所经营许可',
      regions: codes.slice(0, 3),
      form: [
        { key: 'applicant', label: both('申请单位', 'Applicant'), type: 'textfield', required: true },
        {
          key: 'venue',
          label: both('场所类型', 'Kind of place'),
          type: 'select',
          required: true,
          options: [
            { value: 'eatery', label: both('餐饮', 'Eatery') },
            { value: 'shop', label: both('商店', 'Shop') },
          ],
        },
        { key: 'wantsCommitment', label: both('申请告知承诺', 'Asks to commit'), type: 'checkbox', required: false },
      ],
    },
    { app: 'street', process: 'streetCase', network: 'manage', name: '街面案件', regions: codes, form: [] },
  ],
};
