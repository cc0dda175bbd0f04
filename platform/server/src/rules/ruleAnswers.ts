import type { RuleDetail, RuleProblem, RuleSummary, RuleTests, RuleVersionRow, Tally } from '@yiwang/contract';
import { isFault } from '@yiwang/faults';
import { checkModel, diffVersions, findEffective, lowerRule, type PolicyTotal, type TestedModel } from '@yiwang/judge';
import { say, type Bilingual } from '@yiwang/messages';
import { periodsOf, type BookModel, type BookRule, type RuleBook } from './ruleBook.ts';

/** What of a rule's matches is known: by district, exact. */
export function tallyOf(totals: readonly PolicyTotal[], code: string): Tally {
  const own = totals.filter(({ policy }) => policy === code);
  return {
    count: own.reduce((sum, { matched }) => sum + matched, 0),
    amount: sumOf(own.map(({ amount }) => amount)),
  };
}

/** Exact decimal texts, added up. */
export function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => {
    const [whole = '0', part = ''] = amount.split('.');
    return sum + BigInt(whole + part.padEnd(decimals, '0'));
  }, 0n);
  if (decimals === 0) return String(total);
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function summaryOf(book: RuleBook, rule: BookRule, totals: readonly PolicyTotal[] | undefined): RuleSummary {
  const { own, app } = rule;
  const today = book.today();
  const periods = periodsOf(rule);
  const effective = findEffective(periods, today);
  const shown = book.versionOf(rule, effective?.number);
  const { results } = book.test(rule, shown, effective?.from ?? today);
  return {
    code: own.code,
    name: own.name,
    app: app.about.id,
    organisation: own.organisation,
    example: own.example,
    version: effective?.number ?? null,
    versions: versionRows(book, rule).length,
    from: effective?.from ?? null,
    changes: periods.find(({ from }) => from > today)?.from ?? null,
    tests: {
      passed: results.filter(({ passed }) => passed).length,
      failed: results.filter(({ passed }) => !passed).length,
    },
    problems: problemsOf(rule, shown, today).filter(({ severity }) => severity !== 'note').length,
    matched: own.matching === undefined || totals === undefined ? null : tallyOf(totals, own.code),
  };
}

export function versionRows(book: RuleBook, rule: BookRule): RuleVersionRow[] {
  const today = book.today();
  const periods = periodsOf(rule);
  const effective = findEffective(periods, today)?.number;
  const numbers = new Set([
    ...rule.own.versions.map(({ number }) => number),
    ...rule.stored.map(({ number }) => number),
  ]);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .flatMap((number): RuleVersionRow[] => {
      const saved = rule.stored.find((version) => version.number === number);
      const period = periods.find((one) => one.number === number);
      const from = period?.from ?? saved?.from;
      // a draft has no day yet: the day on which it was written stands for it
      const day = from ?? (saved === undefined ? undefined : saved.at.toISOString().slice(0, 10));
      if (day === undefined) return [];
      const status =
        saved?.status === 'withdrawn' || saved?.status === 'draft'
          ? saved.status
          : number === effective
            ? 'effective'
            : day > today
              ? 'scheduled'
              : 'past';
      return [
        {
          number,
          from: day,
          until: period?.until ?? saved?.until ?? null,
          status,
          origin: saved === undefined ? 'file' : 'person',
          by: saved?.actor.replace(/^account:/, '') ?? null,
          at: saved?.at.toISOString() ?? null,
          why: saved?.why ?? null,
          hash: book.versionOf(rule, number).hash,
        },
      ];
    });
}

export function detailOf(
  book: RuleBook,
  rule: BookRule,
  totals: readonly PolicyTotal[] | undefined,
  number: number | undefined,
): RuleDetail {
  const { own } = rule;
  const shown = book.versionOf(rule, number);
  return {
    summary: summaryOf(book, rule, totals),
    description: own.summary ?? own.name,
    register: own.matching?.register ?? null,
    versions: versionRows(book, rule),
    shown: {
      number: shown.number,
      xml: shown.xml,
      decisions: shown.model.decisions.map(({ id, name, logic }) => ({
        id,
        name,
        kind: logic.kind,
        role: id === own.matching?.eligible ? 'eligible' : id === own.matching?.amount ? 'amount' : null,
      })),
      thresholds: shown.thresholds.map(({ at: _at, ...told }) => told),
      problems: problemsOf(rule, shown, book.today()),
      changes: changesOf(book, rule, shown),
    },
  };
}

/** What the shown version has otherwise than the one that was effective before it. */
function changesOf(book: RuleBook, rule: BookRule, shown: BookModel): Bilingual[] {
  const periods = periodsOf(rule);
  const at = periods.findIndex(({ number }) => number === shown.number);
  const before = at < 0 ? periods.at(-1) : periods[at - 1];
  return before === undefined ? [] : diffVersions(book.versionOf(rule, before.number).model, shown.model);
}

export function problemsOf({ own, register }: BookRule, { model }: BookModel, asOf: string): RuleProblem[] {
  const found: RuleProblem[] = checkModel(model, register);
  if (register === undefined) return found;
  try {
    lowerRule(model, own, register, asOf);
    return found;
  } catch (error) {
    if (!isFault(error)) throw error;
    const { definition, params } = error;
    const number = (name: string): number => (typeof params[name] === 'number' ? params[name] : 1);
    const file = typeof params['file'] === 'string' ? params['file'] : model.file;
    const message = { zh: say(definition.detail, 'zh', params), en: say(definition.detail, 'en', params) };
    const place = { file, line: number('line'), column: number('column') };
    return [...found, { kind: 'notColumnar', severity: 'error', message, place }];
  }
}

export function testsAnswer(
  rule: BookRule,
  shown: BookModel,
  { results, coverage }: TestedModel,
  asOf: string,
): RuleTests {
  return {
    version: shown.number,
    results: results.map(({ test, passed, differences }) => ({
      file: test.place.file,
      line: test.place.line,
      name: test.name,
      passed,
      differences: [...differences],
    })),
    coverage: { ...coverage, missed: coverage.missed.slice(0, 200) },
    problems: problemsOf(rule, shown, asOf),
  };
}
