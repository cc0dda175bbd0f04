import type { AnnotatedStatement } from '@yiwang/extract/conformance';

/** A report of a fictional city with what it states, known because it was made: the same seed gives the same text. */
export interface SeededReport {
  readonly text: string;
  readonly statements: readonly AnnotatedStatement[];
}

interface Form {
  readonly metric: string;
  readonly unit: string;
  readonly unitSi: string;
  readonly factor: number;
  readonly decimals: number;
  readonly most: number;
}

const form = (metric: string, unit: string, most: number, decimals = 0): Form => {
  const multiple = /^(?:万|亿)/.exec(unit)?.[0] ?? '';
  const factor = multiple === '亿' ? 1e8 : multiple === '万' ? 1e4 : 1;
  return { metric, unit, unitSi: unit.slice(multiple.length), factor, decimals, most };
};

const forms: readonly [Form, ...Form[]] = [
  form('示例产业增加值', '亿元', 9000),
  form('示例企业', '家', 900),
  form('市场主体', '万户', 90, 1),
  form('保障性住房', '万套', 9, 1),
  form('示例公路', '公里', 900),
  form('绿地', '万平方米', 90),
  form('养老服务设施', '处', 90),
  form('空气质量优良率', '%', 99, 1),
  form('研发投入强度', '%', 4, 1),
  form('示例项目', '个', 300),
];

type Cue = Pick<AnnotatedStatement, 'comparator'> & { readonly before: string; readonly after: string };

const cues: readonly [Cue, ...Cue[]] = [
  { before: '', after: '', comparator: 'eq' },
  { before: '', after: '以上', comparator: 'ge' },
  { before: '突破', after: '', comparator: 'gt' },
  { before: '不低于', after: '', comparator: 'ge' },
  { before: '', after: '左右', comparator: 'approx' },
];

const fillers: readonly [string, ...string[]] = [
  '坚持以人民为中心，统筹发展和安全。',
  '深入推进示例行动，加快建设示例平台，持续优化营商环境。',
  '完善“一件事”办理机制，推广示例码。',
  '认真办理各类建议，不断改进作风。',
];

/** @param characters at least so many */
export function seededReport(seed: number, characters: number): SeededReport {
  const random = numbers(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const statements: AnnotatedStatement[] = [];
  let text = '示例市政府工作报告\n（2030年2月1日在示例市人民代表大会上）\n';
  const part = (heading: string, kind: 'fact' | 'target', period: string, until: number): void => {
    text += `${heading}\n`;
    for (let paragraph = 1; text.length < until; paragraph += 1) {
      text += `${pick(fillers)}`;
      for (let sentence = 0; sentence < 5; sentence += 1) {
        const { metric, unit, unitSi, factor, decimals, most } = pick(forms);
        const rate = random() < 0.3;
        const cue = kind === 'fact' && rate ? cues[0] : pick(cues);
        const value = Math.max(1, Number((random() * most).toFixed(decimals)));
        const add = (
          before: string,
          span: string,
          after: string,
          more: Omit<AnnotatedStatement, 'id' | 'span_start' | 'span_end' | 'kind' | 'period' | 'metric'>,
        ): void => {
          const start = text.length + before.length;
          text += `${before}${span}${after}`;
          const id = `b${statements.length + 1}`;
          statements.push({ id, span_start: start, span_end: start + span.length, kind, period, metric, ...more });
        };
        const change = unit === '%' ? 'share' : 'level';
        const value_si = Number((value * factor).toPrecision(12));
        add(metric, `${cue.before}${value}${unit}${cue.after}`, rate ? '、' : '。', {
          value_si,
          unit_si: unitSi,
          comparator: cue.comparator,
          change,
        });
        if (!rate) continue;
        const growth = Number((1 + random() * 9).toFixed(1));
        add('增长', `${growth}%`, '。', { value_si: growth, unit_si: '%', comparator: 'eq', change: 'growth_rate' });
      }
      text += `${pick(fillers)}\n`;
    }
  };
  part('一、2029年工作回顾', 'fact', '2029', characters / 2);
  part('二、2030年主要工作', 'target', '2030', characters);
  return { text, statements };
}

/** Numbers of one seed, in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x80000000;
}
