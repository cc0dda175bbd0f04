import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '@yiwang/appkit';
import type { Clock } from '@yiwang/clock';
import {
  dayOf,
  findEffective,
  findThresholds,
  findVersions,
  moveThresholds,
  readDecisionModel,
  ruleInTime,
  runRuleTests,
  versionsInTime,
  type CityRule,
  type DecisionModel,
  type Register,
  type RuleTest,
  type StoredVersion,
  type TestedModel,
  type Threshold,
} from '@yiwang/judge';
import type { RuleChange } from '@yiwang/contract';
import type { Sql } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';

/** A rule of an application with the versions that people published, as of now. */
export interface BookRule {
  readonly app: App;
  /** As its folder has it. */
  readonly own: CityRule;
  /** With all versions in time. */
  readonly rule: CityRule;
  readonly stored: readonly StoredVersion[];
  readonly tests: readonly RuleTest[];
  readonly register: Register | undefined;
}

/** One version's document, read. */
export interface BookModel {
  readonly number: number;
  readonly xml: string;
  readonly hash: string;
  readonly model: DecisionModel;
  readonly thresholds: readonly Threshold[];
}

/** All rules of a city's applications. What is read and tested once is kept by the document's hash. */
export interface RuleBook {
  readonly registers: readonly Register[];
  readonly own: readonly CityRule[];
  list(sql: Sql): Promise<readonly BookRule[]>;
  /** @throws server.notFound */
  get(sql: Sql, code: string): Promise<BookRule>;
  today(): string;
  /** The version that is effective today, else the first. @throws server.notFound for a number that there is not */
  versionOf(rule: BookRule, number?: number): BookModel;
  /** A version as a person changes it. @throws the reader's faults, judge.unknownThreshold */
  changed(rule: BookRule, change: RuleChange): BookModel;
  test(rule: BookRule, model: BookModel, from: string): TestedModel;
}

/** As many documents as are kept read; the oldest go first. */
const mostKept = 500;

export function createRuleBook(apps: readonly App[], region: string, clock: Clock): RuleBook {
  const kept = new Map<string, BookModel>();
  const tested = new Map<string, TestedModel>();
  const today = (): string => dayOf(clock.now());
  const read = (xml: string, file: string, number: number, register: Register | undefined): BookModel => {
    const hash = createHash('sha256').update(xml).digest('hex');
    const key = `${hash} ${file} ${number}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const model = readDecisionModel(xml, file);
    const made = { number, xml, hash, model, thresholds: findThresholds(model, register) };
    keep(kept, key, made);
    return made;
  };
  const bookRule = (app: App, own: CityRule, all: readonly StoredVersion[]): BookRule => {
    const stored = all.filter(({ rule }) => rule === own.code);
    const register = app.registers.find(({ value }) => value.code === own.matching?.register)?.value;
    const modelOf = ({ xml, number }: StoredVersion): DecisionModel =>
      read(xml, fileOf(own.code, number), number, register).model;
    const rule = ruleInTime(own, stored, modelOf);
    return { app, own, rule, stored, tests: app.tests.get(own.code) ?? [], register };
  };
  const versionOf = (rule: BookRule, number?: number): BookModel => {
    const { own, stored, app, register } = rule;
    const wanted = number ?? findEffective(rule.rule.versions, today())?.number ?? own.versions[0]?.number ?? 1;
    const saved = stored.find((version) => version.number === wanted);
    if (saved !== undefined) return read(saved.xml, fileOf(own.code, wanted), wanted, register);
    const version = own.versions.find((one) => one.number === wanted);
    if (version === undefined) throw faults.notFound({ what: `${own.code} ${wanted}` });
    const { file } = version.model;
    return read(readFileSync(path.join(app.folder, file), 'utf8'), file, wanted, register);
  };
  return {
    registers: apps.flatMap(({ registers }) => registers.map(({ value }) => value)),
    own: apps.flatMap(({ rules }) => rules.map(({ value }) => value)),
    async list(sql) {
      const all = await findVersions(sql, region);
      return apps.flatMap((app) => app.rules.map(({ value }) => bookRule(app, value, all)));
    },
    async get(sql, code) {
      for (const app of apps) {
        const own = app.rules.find(({ value }) => value.code === code)?.value;
        if (own !== undefined) return bookRule(app, own, await findVersions(sql, region, code));
      }
      throw faults.notFound({ what: code });
    },
    today,
    versionOf,
    changed(rule, { version, xml, thresholds }) {
      const base = versionOf(rule, version);
      const edited = xml === undefined ? base : read(xml, base.model.file, base.number, rule.register);
      if (thresholds === undefined || thresholds.length === 0) return edited;
      const moved = moveThresholds(edited.xml, edited.model.file, edited.thresholds, thresholds);
      return read(moved, edited.model.file, edited.number, rule.register);
    },
    test(rule, { hash, model, number }, from) {
      const key = `${rule.own.code} ${hash} ${from}`;
      const before = tested.get(key);
      if (before !== undefined) return before;
      const made = runRuleTests(model, testsOf(rule, number), from);
      keep(tested, key, made);
      return made;
    },
  };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** A version that a person published is held to the tests of the version of the folder that it came from, the last before it. */
function testsOf({ own, tests }: BookRule, number: number): readonly RuleTest[] {
  const versions = own.versions.map((version) => version.number);
  const wanted = versions.includes(number) ? number : (versions.at(-1) ?? 1);
  return tests.filter(({ asOf }) => {
    const version = asOf === undefined ? own.versions[0] : findEffective(own.versions, asOf);
    return version?.number === wanted;
  });
}

export function fileOf(code: string, number: number): string {
  return `${code}-${number}.dmn`;
}

/** The days of each version, withdrawn ones included. */
export const periodsOf = ({ own, stored }: BookRule) => versionsInTime(own, stored).periods;
