import type { Task } from '../reading.ts';

/** A task as the annotated reports write it. */
export interface TaskRow {
  readonly id: string;
  readonly section: string;
  readonly theme: string | null;
  readonly period: string | null;
  readonly modifier: string;
  readonly verb: string;
  readonly object: string;
  readonly modality?: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export function taskRow(text: string, task: Task): TaskRow {
  const { id, section, theme, period, modifier, verb, object, modality, span, confidence } = task;
  return {
    id,
    section,
    theme,
    period,
    modifier,
    verb,
    object,
    ...(modality === undefined ? {} : { modality }),
    quote: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    confidence,
  };
}
