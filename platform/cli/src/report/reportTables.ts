import type { AmbiguousReading, Comparator, Reading, Statement } from '@yiwang/extract';
import type { Bilingual, Language } from '@yiwang/messages';
import type { RowKind } from './reportRows.ts';
import { tableLines, type Column } from './tableLines.ts';

const signs: Readonly<Record<Comparator, string>> = { eq: '', ge: '≥ ', gt: '> ', le: '≤ ', lt: '< ', approx: '≈ ' };

const changes: Readonly<Record<Statement['change'], Bilingual>> = {
  level: { zh: '水平', en: 'level' },
  increase: { zh: '增加', en: 'increase' },
  decrease: { zh: '减少', en: 'decrease' },
  growth_rate: { zh: '增速', en: 'growth' },
  cumulative: { zh: '累计', en: 'cumulative' },
  rank: { zh: '位次', en: 'rank' },
  share: { zh: '占比', en: 'share' },
  ratio: { zh: '比', en: 'ratio' },
};

const titles: Readonly<Record<RowKind, Bilingual>> = {
  statements: { zh: '事实与目标', en: 'Facts and targets' },
  tasks: { zh: '任务', en: 'Tasks' },
  systems: { zh: '系统与机制', en: 'Named systems' },
  links: { zh: '现状与目标', en: 'Facts and their targets' },
};

/** A reading as a terminal shows it: what it is, then a table for each kind, then the places with more than one reading. */
export function* reportTables(reading: Reading, kinds: readonly RowKind[], language: Language): Generator<string> {
  const { title, year, length, ambiguities } = reading;
  const year_ = year === null ? '' : `  ${year}`;
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  yield `${title}${year_}  ${length} ${say('字', 'characters')}`;
  for (const kind of kinds) {
    const { columns, rows } = tableOf(reading, kind, language);
    yield '';
    yield `${titles[kind][language]}: ${rows.length}`;
    yield* tableLines(columns, rows);
  }
  if (!kinds.includes('statements') || ambiguities.length === 0) return;
  yield '';
  yield `${say('有多种读法，待人选定', 'More than one reading; a person decides')}: ${ambiguities.length}`;
  for (const { id, readings } of ambiguities) yield `${id}  ${readings.map(readingText).join(say(' 或 ', ' or '))}`;
}

const readingText = ({ text, confidence }: AmbiguousReading): string => `${text} (${shareText(confidence)})`;
const shareText = (share: number): string => `${Math.round(share * 100)} %`;

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

function tableOf(reading: Reading, kind: RowKind, language: Language): Table {
  const column = (zh: string, en: string, more: Omit<Column, 'title'> = {}): Column => ({
    title: language === 'zh' ? zh : en,
    ...more,
  });
  const id = column('编号', 'id');
  const section = column('章节', 'section');
  const place = column('位置', 'place', { right: true });
  const confidence = column('置信', 'sure', { right: true });
  switch (kind) {
    case 'statements':
      return {
        columns: [
          id,
          column('类别', 'kind'),
          column('时期', 'period'),
          column('指标', 'metric', { most: 44 }),
          column('值', 'value', { right: true }),
          column('变化', 'change'),
          section,
          place,
          confidence,
        ],
        rows: reading.statements.map((statement) => [
          statement.id,
          kindWord(statement.kind, language),
          statement.period ?? '–',
          statement.metric,
          valueText(statement),
          changes[statement.change][language],
          statement.section,
          String(statement.span.start),
          `${shareText(statement.confidence)}${statement.ambiguity === undefined ? '' : ' ?'}`,
        ]),
      };
    case 'tasks':
      return {
        columns: [
          id,
          column('力度', 'how'),
          column('动词', 'verb'),
          column('对象', 'object', { most: 60 }),
          section,
          place,
          confidence,
        ],
        rows: reading.tasks.map(
          ({ id: task, modality, modifier, verb, object, section: where, span, confidence: sure }) => [
            task,
            `${modality ?? ''}${modifier}`,
            verb,
            object,
            where,
            String(span.start),
            shareText(sure),
          ],
        ),
      };
    case 'systems':
      return {
        columns: [
          id,
          column('类', 'category'),
          column('名称', 'name', { most: 60 }),
          column('次数', 'named', { right: true }),
          section,
          place,
          confidence,
        ],
        rows: reading.systems.map(
          ({ id: system, category, name, mentions, section: where, span, confidence: sure }) => [
            system,
            category,
            name,
            `×${mentions.length}`,
            where,
            String(span.start),
            shareText(sure),
          ],
        ),
      };
    case 'links': {
      const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
      const end = (statement: string): string => {
        const found = statements.get(statement);
        return found === undefined ? statement : `${found.period ?? '–'}: ${valueText(found)}`;
      };
      return {
        columns: [
          id,
          column('指标', 'metric', { most: 44 }),
          column('现状', 'fact'),
          column('目标', 'target'),
          confidence,
        ],
        rows: reading.links.map(({ id: link, metric, fact, target, confidence: sure }) => [
          link,
          metric,
          end(fact),
          end(target),
          shareText(sure),
        ]),
      };
    }
  }
}

function kindWord(kind: Statement['kind'], language: Language): string {
  return language === 'en' ? kind : kind === 'fact' ? '事实' : '目标';
}

function valueText({ comparator, value, unit, reference }: Statement): string {
  const figure = value === null ? (reference ?? '–') : [value].flat().join(':');
  return `${signs[comparator]}${figure}${unit}`;
}
