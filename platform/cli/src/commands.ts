/** A command: `run` gives the exit code. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

interface Listed {
  readonly usage: string;
  readonly does: string;
  /** Loaded when it is called, so that no command waits for another's packages. */
  load(): Promise<Command>;
}

export const commands: Readonly<Record<string, Listed>> = {
  up: {
    usage: 'up',
    does: 'the whole platform on the embedded database; prints the address',
    load: () => import('./commands/up.ts'),
  },
  account: {
    usage: 'account NUMBER',
    does: 'makes an account; the password comes by standard input',
    load: () => import('./commands/account.ts'),
  },
  station: {
    usage: 'station NAME',
    does: 'registers a station, and gives what its device signs in with',
    load: () => import('./commands/station.ts'),
  },
  check: {
    usage: 'check [FOLDER]',
    does: 'checks a city or application folder: models, references, scenarios',
    load: () => import('./commands/check.ts'),
  },
  read: {
    usage: 'read FILE [--kind KIND] [--json | --jsonl | --figures]',
    does: 'reads a work report (txt, md, html, docx, pdf, or - for standard input) into facts, targets, tasks, systems',
    load: () => import('./commands/read.ts'),
  },
  doctor: {
    usage: 'doctor',
    does: 'checks that this machine can run the platform',
    load: () => import('./commands/doctor.ts'),
  },
  import: {
    usage: 'import FILE.csv --property CODE --region CODE [--replay]',
    does: 'imports a real series (timestamp,value) with its history; --replay ends it now',
    load: () => import('./commands/import.ts'),
  },
  backup: {
    usage: 'backup TARGET [--data FOLDER]',
    does: 'copies database, files and signing key while the platform goes on working',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    usage: 'restore SOURCE --data FOLDER',
    does: 'makes a data folder out of a backup, after comparing every file',
    load: () => import('./commands/restore.ts'),
  },
  verify: {
    usage: 'verify [--data FOLDER] [--region CODE]',
    does: 'recomputes every book of the ledger and names what was changed; exit code 1 then',
    load: () => import('./commands/verify.ts'),
  },
  dead: {
    usage: 'dead [retry ID | discard ID --because TEXT] [--data FOLDER]',
    does: 'lists the jobs that failed for good, puts one back, or decides that it will not be done',
    load: () => import('./commands/dead.ts'),
  },
  test: {
    usage: 'test [PART…]',
    does: 'all tests, or those whose path contains PART; ends with N passed, N failed',
    load: () => import('./commands/test.ts'),
  },
  lint: {
    usage: 'lint',
    does: 'format, types, lint, direction, manifests, names, secrets, architecture',
    load: () => import('./commands/lint.ts'),
  },
  faults: {
    usage: 'faults',
    does: 'writes docs/faults.md from the catalogues',
    load: () => import('./commands/faults.ts'),
  },
  schema: {
    usage: 'schema [--check]',
    does: 'writes docs/schema.sql from the migrations, or compares it and lints all SQL',
    load: () => import('./commands/schema.ts'),
  },
  build: {
    usage: 'build',
    does: 'builds the console where its sources changed',
    load: () => import('./commands/build.ts'),
  },
  conformance: {
    usage: 'conformance [SUITE] [--from DIR]',
    does: 'measures against published suites and annotated text, writes docs/conformance/',
    load: () => import('./commands/conformance.ts'),
  },
  bench: {
    usage: 'bench [NAME]',
    does: 'runs a benchmark with its peers, writes bench/results/',
    load: () => import('./commands/bench.ts'),
  },
  help: { usage: 'help', does: 'this list', load: () => import('./commands/help.ts') },
};
