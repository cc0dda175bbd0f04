import type { Report, ReportStatement, ReportSummary, ReportTask } from '@yiwang/contract';
import { themes, topicOf, type ReportHead, type Statement, type StoredReport, type Task } from '@yiwang/extract';
import type { Static } from 'typebox';

type Summary = Static<typeof ReportSummary>;

/** A report in the list, as the contract has it. */
export function summaryAnswer({ addedAt, counts, ...head }: ReportHead): Summary {
  return {
    id: head.id,
    title: head.title,
    year: head.year,
    file: head.file,
    format: head.format,
    encoding: head.encoding,
    length: head.length,
    hash: head.hash,
    milliseconds: head.milliseconds,
    addedAt: addedAt.toISOString(),
    addedBy: head.addedBy,
    counts: { ...counts },
  };
}

/** A report with its rows as they stand, as the contract has it. */
export function reportAnswer(report: StoredReport): Report {
  const { text, sections, corrections, rows } = report;
  const ofStatement = (statement: Statement): ReportStatement => ({
    ...statementAnswer(statement),
    topic: topicOf(statement.metric, statement.span.start, sections),
  });
  const ofTask = (task: Task): ReportTask => ({ ...task, topic: topicOf(task.object, task.span.start, sections) });
  const statements = rows.statements.map(ofStatement);
  const tasks = rows.tasks.map(ofTask);
  const told = new Set([...statements, ...tasks].map(({ topic }) => topic));
  return {
    ...summaryAnswer(report),
    text,
    sections: sections.map(({ path, level, title, start, end, heading }) => ({
      path,
      level,
      title,
      start,
      end,
      heading: { ...heading },
    })),
    topics: themes.filter(({ code }) => told.has(code)).map((theme) => ({ ...theme })),
    statements,
    tasks,
    systems: rows.systems.map(({ mentions, ...system }) => ({
      ...system,
      mentions: mentions.map((one) => ({ ...one })),
    })),
    ambiguities: rows.ambiguities.map(({ id, span, chosen, readings }) => ({
      id,
      span,
      chosen,
      readings: readings.map((reading) => ({ ...reading, statements: reading.statements.map(ofStatement) })),
    })),
    links: rows.links.map((link) => ({ ...link })),
    corrections: corrections.map(({ at, fields, ...correction }) => ({
      ...correction,
      at: at.toISOString(),
      fields: fields === null ? null : { ...fields },
    })),
    machine: Object.fromEntries(
      [...rows.machine].map(([id, row]) => [id, 'metric' in row ? ofStatement(row) : ofTask(row)]),
    ),
  };
}

const figure = (value: Statement['value']): ReportStatement['value'] =>
  typeof value === 'number' || value === null ? value : [...value];

function statementAnswer({ value, valueSi, distributive, range, ...rest }: Statement): ReportStatement {
  return {
    ...rest,
    value: figure(value),
    valueSi: figure(valueSi),
    ...(distributive === undefined ? {} : { distributive: [...distributive] }),
    ...(range === undefined ? {} : { range: [...range] }),
  };
}
