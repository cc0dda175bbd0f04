import { test } from 'node:test';
import assert from 'node:assert/strict';
import { explain } from './explain.ts';
import { firmModel, firms } from './fixtures/firmModel.ts';

const subsidy = firmModel({
  id: 'eligible',
  text: 'firm.region = "990101" and firm.research >= 5000000 and firm.employees < 300 and firm.highTech',
});
const fitting = { region: '990101', research: 6_200_000, employees: 120, highTech: true };
const about = (firm: object) => explain(subsidy, 'eligible', { firm }, { register: firms });

test('a firm that qualifies hears which conditions held, with what was seen', () => {
  const { state, why, nearest, missing, question, conditions } = about(fitting);
  assert.equal(state, 'qualified');
  assert.equal(
    why.zh,
    '符合条件：所在区划为 990101；研发投入 620 万元，不少于 500 万元；员工人数 120 人，少于 300 人；是高新技术企业。',
  );
  assert.equal(
    why.en,
    'Qualifies: district is 990101; research spending 6.2 million yuan, at least 5 million yuan; employees 120 people, less than 300 people; high-tech enterprise: yes.',
  );
  assert.deepEqual([nearest, missing, question], [[], [], null]);
  assert.deepEqual(
    conditions.map(({ state: each }) => each),
    ['held', 'held', 'held', 'held'],
  );
});

test('a near miss is said with its gap, and the smallest change that does', () => {
  const { state, why, nearest, conditions } = about({ ...fitting, research: 4_800_000 });
  assert.equal(state, 'almost');
  assert.equal(why.zh, '还差一点：研发投入 480 万元，要求不少于 500 万元，还差 20 万元。');
  assert.deepEqual(
    nearest.map(({ text, possible, changes }) => [text.zh, text.en, possible, changes]),
    [
      [
        '研发投入增加 20 万元，达到 500 万元',
        'research spending up by 200,000 yuan, to 5 million yuan',
        true,
        [{ column: 'firm.research', from: 4_800_000, to: 5_000_000, possible: true }],
      ],
    ],
  );
  const research = conditions[1];
  assert.deepEqual(
    [research?.text.zh, research?.state, research?.seen?.zh, research?.wanted?.zh, research?.gap?.zh, research?.column],
    ['研发投入不少于 500 万元', 'failed', '480 万元', '不少于 500 万元', '还差 20 万元', 'firm.research'],
  );
  assert.equal(research?.place?.file, 'firms.dmn');
});

test('several failures are mended together, and what nobody can change is said to be so', () => {
  const { state, nearest } = about({ ...fitting, research: 2_500_000, highTech: false });
  assert.equal(state, 'notQualified');
  assert.deepEqual(
    nearest.map(({ text, possible }) => [text.zh, possible]),
    [['研发投入增加 250 万元，达到 500 万元；“高新技术企业”由否变为是', true]],
  );
  const elsewhere = about({ ...fitting, region: '990102' });
  assert.equal(elsewhere.state, 'notQualified');
  assert.deepEqual(
    elsewhere.nearest.map(({ text, possible }) => [text.zh, possible]),
    [['所在区划由 990102变为 990101（所在区划无法改变）', false]],
  );
});

test('missing data that decide are named, and the question to ask first', () => {
  const { state, why, missing, question } = about({ ...fitting, research: null, employees: null });
  assert.equal(state, 'needsData');
  assert.equal(why.zh, '还不能判断，未提供：研发投入、员工人数。');
  assert.deepEqual(
    missing.map(({ column }) => column),
    ['firm.research', 'firm.employees'],
  );
  assert.deepEqual(question, {
    column: 'firm.research',
    label: { zh: '研发投入', en: 'research spending' },
    text: {
      zh: '请先提供：研发投入。2 种可能中有 1 种可以就此得出结论。',
      en: 'Please give first: research spending. In 1 of 2 cases it settles the answer.',
    },
    answers: 2,
    settled: 1,
  });
  assert.equal(about({ ...fitting, employees: null, highTech: false }).state, 'notQualified');
});
