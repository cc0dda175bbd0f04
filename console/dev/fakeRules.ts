import type {
  EntityRow,
  RuleChange,
  RuleDetail,
  RuleExplanation,
  RuleList,
  RuleSummary,
  RuleTests,
  WhatIf,
  WhatIfEntities,
} from '@yiwang/contract';

const place = (line: number) => ({ file: 'rd-grant-2031.dmn', line, column: 25 });

export const ruleXml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="研发补助 R&amp;D grant" namespace="https://yiwang.org/example/rd-grant">
  <inputData id="firmInput" name="firm"><variable id="firmVariable" name="firm"/></inputData>
  <decision id="eligible" name="谁可以申请">
    <variable id="v1" name="eligible" typeRef="boolean"/>
    <informationRequirement id="r1"><requiredInput href="#firmInput"/></informationRequirement>
    <decisionTable id="t1" hitPolicy="UNIQUE">
      <input id="i1" label="研发费用（万元）"><inputExpression id="e1" typeRef="number"><text>firm.rd</text></inputExpression></input>
      <input id="i2" label="从业人数（人）"><inputExpression id="e2" typeRef="number"><text>firm.employees</text></inputExpression></input>
      <output id="o1" label="符合" name="eligible" typeRef="boolean"/>
      <rule id="row1"><inputEntry id="c11"><text>&gt;= 500</text></inputEntry><inputEntry id="c12"><text>-</text></inputEntry><outputEntry id="c13"><text>true</text></outputEntry></rule>
      <rule id="row2"><inputEntry id="c21"><text>[200..500)</text></inputEntry><inputEntry id="c22"><text>&lt;= 300</text></inputEntry><outputEntry id="c23"><text>true</text></outputEntry></rule>
      <rule id="row3"><inputEntry id="c31"><text>[200..500)</text></inputEntry><inputEntry id="c32"><text>&gt; 300</text></inputEntry><outputEntry id="c33"><text>false</text></outputEntry></rule>
      <rule id="row4"><inputEntry id="c41"><text>&lt; 200</text></inputEntry><inputEntry id="c42"><text>-</text></inputEntry><outputEntry id="c43"><text>false</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decision id="amount" name="补助金额（元）">
    <variable id="v2" name="amount" typeRef="number"/>
    <informationRequirement id="r2"><requiredInput href="#firmInput"/></informationRequirement>
    <literalExpression id="l1"><text>min(firm.rd * 10000 * 0.05, 5000000)</text></literalExpression>
  </decision>
</definitions>`;

const summaries: readonly RuleSummary[] = [
  {
    code: 'rd-grant',
    name: { zh: '研发费用补助', en: 'R&D grant' },
    app: 'benefits',
    organisation: 'ex.ops',
    example: true,
    version: 2,
    versions: 2,
    from: '2032-01-01',
    changes: null,
    tests: { passed: 11, failed: 0 },
    problems: 1,
    matched: { count: 4286, amount: '163000000' },
  },
  {
    code: 'rent-relief',
    name: { zh: '小微企业租金减免', en: 'Rent relief for small firms' },
    app: 'benefits',
    organisation: 'ex.ops',
    example: true,
    version: 1,
    versions: 2,
    from: '2031-01-01',
    changes: '2033-01-01',
    tests: { passed: 7, failed: 1 },
    problems: 0,
    matched: { count: 18204, amount: '98234500.50' },
  },
  {
    code: 'rain-grade',
    name: { zh: '积水定级', en: 'Grades of standing water' },
    app: 'rain',
    organisation: 'ex.water',
    example: false,
    version: 1,
    versions: 1,
    from: '2030-01-01',
    changes: null,
    tests: { passed: 5, failed: 0 },
    problems: 0,
    matched: null,
  },
];

const [first] = summaries;

function detailOf(summary: RuleSummary, number: number): RuleDetail {
  const matched = summary.matched !== null;
  return {
    summary,
    description: { zh: '按研发费用的一定比例给予补助，设上限。', en: 'A share of R&D spend, with a cap.' },
    register: matched ? 'enterprise' : null,
    versions: [
      {
        number: 1,
        from: '2031-01-01',
        until: '2031-12-31',
        status: 'past',
        origin: 'file',
        by: null,
        at: null,
        why: null,
        hash: '77ab'.repeat(16),
      },
      {
        number: 2,
        from: '2032-01-01',
        until: null,
        status: 'effective',
        origin: 'person',
        by: '600001',
        at: '2031-12-20T02:00:00.000Z',
        why: '门槛由 400 万元提高到 500 万元',
        hash: '19cd'.repeat(16),
      },
    ],
    shown: {
      number,
      xml: ruleXml,
      decisions: [
        { id: 'eligible', name: '谁可以申请', kind: 'decisionTable', role: matched ? 'eligible' : null },
        { id: 'amount', name: '补助金额（元）', kind: 'literalExpression', role: matched ? 'amount' : null },
      ],
      thresholds: [
        threshold('eligible/row1.0/0', '研发费用', 'R&D spend', '万元', '>= 500', '500', '2000'),
        threshold('eligible/row2.1/0', '从业人数', 'Staff', '人', '<= 300', '300', '2000'),
        threshold('amount/expression/1', '补助比例', 'Share', '', '* 0.05', '0.05', '0.2', '0.005'),
        threshold('amount/expression/2', '上限', 'Cap', '元', '5000000', '5000000', '20000000', '100000'),
      ],
      problems: [
        {
          kind: 'gap',
          severity: 'warning',
          message: { zh: '没有规则适用：研发费用未提供', en: 'No rule applies where R&D spend is not given' },
          place: place(7),
        },
      ],
      changes: [{ zh: '第 1 行：研发费用 >= 400 → >= 500', en: 'Row 1: R&D spend >= 400 → >= 500' }],
    },
  };
}

function threshold(
  id: string,
  zh: string,
  en: string,
  unit: string,
  text: string,
  value: string,
  max: string,
  step = '10',
) {
  return {
    id,
    decision: id.split('/')[0] ?? '',
    label: { zh, en },
    unit,
    text,
    value,
    min: '0',
    max,
    step,
    place: place(11),
  };
}

/** The numbers follow the first threshold, so that a test sees them move. */
function whatIf(change: RuleChange): WhatIf {
  const moved = Number(change.thresholds?.find(({ id }) => id === 'eligible/row1.0/0')?.value ?? '500');
  const lost = Math.max(0, Math.round((moved - 500) * 3));
  const gained = Math.max(0, Math.round((500 - moved) * 4));
  const count = 4286 + gained - lost;
  const amount = (n: number): string => String(n * 38_031);
  const shares = [0.5, 0.3, 0.2];
  return {
    register: 'enterprise',
    entities: 50_000,
    before: { count: 4286, amount: amount(4286) },
    after: { count, amount: amount(count) },
    gained: { count: gained, amount: amount(gained) },
    lost: { count: lost, amount: amount(lost) },
    more: { count: 0, amount: '0' },
    less: { count: 0, amount: '0' },
    unknown: { before: 912, after: 912 },
    regions: ['990101', '990102', '990103'].map((region, index) => {
      const share = shares[index] ?? 0;
      const [before, after] = [Math.round(4286 * share), Math.round(count * share)];
      return {
        region,
        before: { count: before, amount: amount(before) },
        after: { count: after, amount: amount(after) },
        gained: Math.round(gained * share),
        lost: Math.round(lost * share),
      };
    }),
    milliseconds: 2.4,
  };
}

const firms: readonly EntityRow[] = Array.from({ length: 120 }, (_, index) => ({
  region: `99010${(index % 3) + 1}`,
  code: `91${990_101 + (index % 3)}MA${String(index).padStart(8, '0')}`,
  name: `模拟企业 ${String(index).padStart(6, '0')}`,
}));

const explanation: RuleExplanation = {
  rule: 'rd-grant',
  version: 2,
  asOf: '2032-03-01',
  state: 'almost',
  amount: null,
  why: {
    zh: '研发费用 480 万元，还差 20 万元；从业人数 420 人，超过 300 人。',
    en: 'R&D spend is 480 ×10⁴ CNY, 20 short; 420 staff are over 300.',
  },
  conditions: [
    {
      text: { zh: '任一行适用', en: 'One row applies' },
      state: 'failed',
      join: 'any',
      parts: [
        {
          text: { zh: '研发费用 ≥ 500 万元', en: 'R&D spend ≥ 500' },
          state: 'failed',
          seen: { zh: '480', en: '480' },
          gap: { zh: '差 20 万元', en: '20 short' },
          element: 'row1',
        },
        {
          text: { zh: '研发费用在 200 与 500 万元之间，且从业人数 ≤ 300 人', en: 'R&D spend 200–500 and staff ≤ 300' },
          state: 'failed',
          join: 'all',
          element: 'row2',
          parts: [
            {
              text: { zh: '研发费用 200–500 万元', en: 'R&D spend 200–500' },
              state: 'held',
              seen: { zh: '480', en: '480' },
              element: 'row2',
            },
            {
              text: { zh: '从业人数 ≤ 300 人', en: 'staff ≤ 300' },
              state: 'failed',
              seen: { zh: '420', en: '420' },
              gap: { zh: '多 120 人', en: '120 over' },
              element: 'row2',
            },
          ],
        },
      ],
    },
  ],
  nearest: [
    {
      text: { zh: '研发费用再增加 20 万元即符合', en: 'With 20 more R&D spend it qualifies' },
      possible: true,
      changes: [{ column: 'rd', from: 480, to: 500 }],
    },
  ],
  missing: [],
  question: null,
};

/** Rules that answer like the server's, typed by the contract. */
export function answerRules(path: string, search: URLSearchParams, body: unknown): unknown {
  const [, , , code, what, which] = path.split('/');
  if (path === '/api/rules') {
    const list: RuleList = {
      asOf: '2032-03-01',
      matching: {
        register: 'enterprise',
        entities: 50_000,
        policies: 10,
        milliseconds: 1.9,
        bytes: 18_400_000,
        at: '2032-03-01T01:00:00.000Z',
        simulated: true,
      },
      rules: [...summaries],
    };
    return list;
  }
  if (path.startsWith('/api/registers/')) {
    const text = search.get('q') ?? '';
    return { entities: firms.filter(({ name, code: key }) => name.includes(text) || key.includes(text)).slice(0, 20) };
  }
  const summary = summaries.find((one) => one.code === code) ?? first;
  if (summary === undefined) return undefined;
  if (what === undefined) return detailOf(summary, Number(search.get('version') ?? summary.version ?? 1));
  if (what === 'tests') return testsOf(summary);
  if (what === 'explanation') return explanation;
  if (what === 'versions') return detailOf(summary, 2);
  if (what === 'entities')
    return { total: 4286, rows: firms.slice(0, 50).map((entity) => ({ entity, amount: '240000' })) };
  if (what === 'what-if' && which === undefined) return whatIf(isChange(body) ? body : {});
  const page: WhatIfEntities = {
    total: 60,
    rows: firms.slice(0, 50).map((entity) => ({ entity, before: '240000', after: null })),
  };
  return page;
}

const isChange = (body: unknown): body is RuleChange => typeof body === 'object' && body !== null;

function testsOf(summary: RuleSummary): RuleTests {
  return {
    version: 2,
    results: Array.from({ length: summary.tests.passed + summary.tests.failed }, (_, index) => ({
      file: `${summary.code}.tests.yaml`,
      line: 3 + index * 4,
      name: { zh: `情形 ${index + 1}`, en: `Case ${index + 1}` },
      passed: index < summary.tests.passed,
      differences:
        index < summary.tests.passed ? [] : [{ zh: '应为 true，得 false', en: 'true expected, false given' }],
    })),
    coverage: {
      rows: { covered: 3, all: 4 },
      branches: { covered: 14, all: 16 },
      missed: [{ kind: 'row', message: { zh: '第 3 行没有测试', en: 'Row 3 has no test' }, place: place(13) }],
    },
    problems: [
      {
        kind: 'gap',
        severity: 'warning',
        message: { zh: '没有规则适用：研发费用未提供', en: 'No rule applies where R&D spend is not given' },
        place: place(7),
      },
    ],
  };
}
