/**
 * What a work report (政府工作报告) was read into. Offsets are indices of the document's text (UTF-16 code units, start inclusive, end exclusive);
 * a row holds no words of the report but the names that it is about (metric, object, name).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading of the text, and how far what it heads goes. */
export interface Section extends Span {
  /** The path of markers, such as 一/(三). */
  readonly path: string;
  /** 1 for 一、, 2 for (一), 3 for a heading without a marker or a paragraph's leading sentence (theme, 小标题). */
  readonly level: number;
  readonly title: string;
  /** Where the heading's own words stand. */
  readonly heading: Span;
  /** Whether what stands here was done (fact) or is to be done (target); null where the text tells neither. */
  readonly kind: 'fact' | 'target' | null;
  /** The years it speaks of, such as 2021 or 2022-2026; null where the text doesn't tell. */
  readonly period: string | null;
}

export type StatementKind = 'fact' | 'target';
export type Comparator = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx';
export type Change = 'level' | 'increase' | 'decrease' | 'growth_rate' | 'cumulative' | 'rank' | 'share' | 'ratio';

/** A quantified fact or target: one metric, one value (or the values of one ratio or of one change from a to b). */
export interface Statement {
  /** Unique in the reading: s1, s2, … in the order of the text. */
  readonly id: string;
  readonly kind: StatementKind;
  /** The path of the section, and the theme (小标题) under which it stands. */
  readonly section: string;
  readonly theme: string | null;
  /** A year, or a span of years such as 2017-2021; null where the text doesn't tell. */
  readonly period: string | null;
  /** What is measured, such as 数字经济核心产业增加值. */
  readonly metric: string;
  /** As written: 27.7 of 万户. Null where the value is a comparison with another metric (reference). */
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  /** Without the multiple: 277000 of 户. */
  readonly valueSi: number | readonly number[] | null;
  readonly unitSi: string;
  readonly comparator: Comparator;
  readonly change: Change;
  /** The value with its unit and cue. */
  readonly span: Span;
  /** From the metric's first word to the value's last. */
  readonly quote: Span;
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
  /** The word that set the comparator, such as 以上. */
  readonly cue?: string;
  /** 力争, 确保, … */
  readonly modality?: string;
  /** Narrows the metric, such as 35岁以下. */
  readonly qualifier?: string;
  /** What a change is measured against, such as 前两年平均值. */
  readonly baseline?: string;
  readonly direction?: 'up' | 'down';
  readonly from?: number;
  readonly to?: number;
  /** [2, 3]: the second of three that 分别 distributes. */
  readonly distributive?: readonly [number, number];
  /** The bounds of a range such as 5%—5.5%. */
  readonly range?: readonly [number, number];
  /** Per what, such as 万人. */
  readonly per?: string;
  /** The other metric that a comparison names, such as GDP增速. */
  readonly reference?: string;
  readonly streak?: boolean;
  readonly annualised?: boolean;
  /** The value is a condition of another statement, such as 50万元以上 of 92%行政村. */
  readonly role?: 'condition';
  /** A magnitude rather than a measure, such as 万亿产业. */
  readonly soft?: boolean;
  /** The ambiguity whose chosen reading this is of. */
  readonly ambiguity?: string;
}

/** A place that can be read in more than one way. The reading's statements hold those of the first (likeliest) one. */
export interface Ambiguity {
  readonly id: string;
  readonly span: Span;
  readonly readings: readonly AmbiguousReading[];
}
export interface AmbiguousReading {
  /** As the text would stand if nothing had been lost, such as 4条133公里. */
  readonly text: string;
  readonly confidence: number;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly statements: readonly Statement[];
}

/** A commitment without a number: a verb, its object, and how firmly it is meant. */
export interface Task {
  /** t1, t2, … */
  readonly id: string;
  readonly section: string;
  readonly theme: string | null;
  readonly period: string | null;
  readonly verb: string;
  readonly object: string;
  /** 加快, 大力, 积极, … as written before the verb. */
  readonly modifier: string;
  /** 力争, 确保, 争取, …: how firmly; absent where it is plainly said. */
  readonly modality?: string;
  readonly span: Span;
  readonly confidence: number;
}

export type SystemCategory =
  | 'network'
  | 'platform'
  | 'application'
  | 'mechanism'
  | 'framework'
  | 'model'
  | 'programme'
  | 'index'
  | 'list'
  | 'code';

/** A named system (platform, mechanism, programme, index, list), once, with all places that name it. */
export interface NamedSystem {
  /** y1, y2, … */
  readonly id: string;
  readonly name: string;
  readonly category: SystemCategory;
  readonly section: string;
  /** The first place that names it. */
  readonly span: Span;
  readonly mentions: readonly Span[];
  readonly confidence: number;
}

/** A fact and a target on one metric: where the city stands, and where it means to be. */
export interface Link {
  /** l1, l2, … */
  readonly id: string;
  /** Ids of statements. */
  readonly fact: string;
  readonly target: string;
  readonly metric: string;
  readonly confidence: number;
}

/** All that was read in one report. */
export interface Reading {
  readonly title: string;
  /** The year in which the report was given; null where the text doesn't tell. */
  readonly year: number | null;
  /** In characters. */
  readonly length: number;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly ambiguities: readonly Ambiguity[];
  readonly tasks: readonly Task[];
  readonly systems: readonly NamedSystem[];
  readonly links: readonly Link[];
}
