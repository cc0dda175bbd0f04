import { createHash } from 'node:crypto';
import type { Reading, Statement } from '../../reading.ts';
import type { NewReport } from '../saveReport.ts';

/** A report of a fictional city, and what a machine would read in it: the blanks are where 、 was lost. */
export const exampleText =
  '示例市2022年政府工作报告\n一、2021年工作回顾\n新增岗位3万个。建成绿道4 133公里。\n二、2022年工作安排\n新增岗位4万个以上。加快建设示例大脑。\n';

const place = (words: string) => {
  const start = exampleText.indexOf(words);
  return { start, end: start + words.length };
};

function statement(id: string, words: string, rest: Partial<Statement>): Statement {
  const span = place(words);
  return {
    id,
    kind: 'fact',
    section: '一',
    theme: null,
    period: '2021',
    metric: '新增岗位',
    value: 3,
    unit: '万个',
    valueSi: 30_000,
    unitSi: '个',
    comparator: 'eq',
    change: 'level',
    span,
    quote: span,
    confidence: 0.9,
    ...rest,
  };
}

const greenway = { metric: '绿道', ambiguity: 'a1', confidence: 0.6 } as const;
const jobs = statement('s1', '3万个', {});
const kilometres = statement('s2', '133公里', { ...greenway, value: 133, unit: '公里', valueSi: 133, unitSi: '公里' });
const number = statement('s4', '4 133公里', { ...greenway, value: 4133, unit: '公里', valueSi: 4133, unitSi: '公里' });
const target = statement('s3', '4万个以上', {
  kind: 'target',
  section: '二',
  period: '2022',
  value: 4,
  valueSi: 40_000,
  comparator: 'ge',
});

export const exampleReading: Reading = {
  title: '示例市2022年政府工作报告',
  year: 2022,
  length: exampleText.length,
  sections: [
    {
      path: '一',
      level: 1,
      title: '2021年工作回顾',
      start: 14,
      end: 45,
      heading: place('一、2021年工作回顾'),
      kind: 'fact',
      period: '2021',
    },
  ],
  statements: [jobs, kilometres, target],
  ambiguities: [
    {
      id: 'a1',
      span: place('4 133公里'),
      readings: [
        {
          text: '4条133公里',
          confidence: 0.6,
          reason: { zh: '缺量词', en: 'a unit was lost' },
          statements: [kilometres],
        },
        { text: '4133公里', confidence: 0.4, reason: { zh: '多空格', en: 'a blank came in' }, statements: [number] },
      ],
    },
  ],
  tasks: [
    {
      id: 't1',
      section: '二',
      theme: null,
      period: '2022',
      verb: '建设',
      object: '示例大脑',
      modifier: '加快',
      span: place('加快建设示例大脑'),
      confidence: 0.8,
    },
  ],
  systems: [
    {
      id: 'y1',
      name: '示例大脑',
      category: 'platform',
      section: '二',
      span: place('示例大脑'),
      mentions: [place('示例大脑')],
      confidence: 0.8,
    },
  ],
  links: [{ id: 'l1', fact: 's1', target: 's3', metric: '新增岗位', confidence: 0.9 }],
};

export const region = '990100';

export function exampleReport(rest: Partial<NewReport> = {}): NewReport {
  return {
    region,
    file: '报告.txt',
    format: 'txt',
    encoding: 'utf-8',
    text: exampleText,
    hash: createHash('sha256').update(exampleText).digest('hex'),
    original: null,
    milliseconds: 1,
    reading: exampleReading,
    by: 'account:100001',
    ...rest,
  };
}
