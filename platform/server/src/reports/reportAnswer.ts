import type { Report, ReportStatement, ReportSummary, ReportTask } from '@yiwang/contract';
import type { ReportHead, Statement, StoredReport, Task } from '@yiwang/extract';
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
    statements: rows.statements.map(statementAnswer),
    tasks: rows.tasks.map(taskAnswer),
    systems: rows.systems.map(({ mentions, ...system }) => ({
      ...system,
      mentions: mentions.map((one) => ({ ...one })),
    })),
    ambiguities: rows.ambiguities.map(({ id, span, chosen, readings }) => ({
      id,
      span,
      chosen,
      readings: readings.map(({ statements, ...reading }) => ({
        ...reading,
        statements: statements.map(statementAnswer),
      })),
    })),
    links: rows.links.map((link) => ({ ...link })),
    corrections: corrections.map(({ at, fields, ...correction }) => ({
      ...correction,
      at: at.toISOString(),
      fields: fields === null ? null : { ...fields },
    })),
    machine: Object.fromEntries(
      [...rows.machine].map(([id, row]) => [id, 'metric' in row ? statementAnswer(row) : taskAnswer(row)]),
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

function taskAnswer(task: Task): ReportTask {
  return { ...task };
}
