import type { Change, Comparator } from '@yiwang/extract';
import type { Bilingual } from '@yiwang/messages';

export const kindLabels = {
  fact: { zh: '事实', en: 'fact' },
  target: { zh: '目标', en: 'target' },
  task: { zh: '任务', en: 'task' },
  system: { zh: '系统', en: 'system' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const comparatorLabels: Readonly<Record<Comparator, Bilingual>> = {
  eq: { zh: '等于', en: 'is' },
  ge: { zh: '不低于', en: 'at least' },
  gt: { zh: '高于', en: 'more than' },
  le: { zh: '不高于', en: 'at most' },
  lt: { zh: '低于', en: 'less than' },
  approx: { zh: '约', en: 'about' },
};

export const changeLabels: Readonly<Record<Change, Bilingual>> = {
  level: { zh: '水平', en: 'level' },
  increase: { zh: '增量', en: 'increase' },
  decrease: { zh: '减量', en: 'decrease' },
  growth_rate: { zh: '增速', en: 'growth rate' },
  cumulative: { zh: '累计', en: 'cumulative' },
  rank: { zh: '位次', en: 'rank' },
  share: { zh: '占比', en: 'share' },
  ratio: { zh: '比例', en: 'ratio' },
};
