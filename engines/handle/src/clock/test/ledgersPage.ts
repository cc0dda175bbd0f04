import { cpus } from 'node:os';

/** The text of docs/conformance/clocks.md. */
export function ledgersPage(ledgers: number, comparisons: number, seconds: number): string {
  const count = (value: number): string => value.toLocaleString('en');
  return [
    '# The legal clock against a telling minute by minute',
    '',
    `\`YIWANG_SOAK=1 node --test engines/handle/src/clock/randomLedgers.test.ts\`, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(seconds)} s.`,
    'Each random ledger has one to three nested clocks of the four units; they are started, suspended, resumed, extended and stopped, often at the',
    'very minute at which work begins or ends, the machine’s clock is set back, and the calendar is edited in between (48 versions of 2026 with other',
    'hours, days off and days worked). What is allowed, what is used, when each clock warns and is due and its light must be as a second telling of the',
    'rules has it, which walks minute by minute and shares no code with the first. The tests run a seeded sample.',
    '',
    '| | |',
    '|---|---|',
    `| ledgers | ${count(ledgers)} |`,
    `| comparisons of a clock | ${count(comparisons)} |`,
    '| differences | 0 |',
    '',
  ].join('\n');
}
