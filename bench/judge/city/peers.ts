import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The peers are installed beside the benchmark, the first time that it is run. */
const folder = path.join(import.meta.dirname, '../peers');
const wanted = createRequire(path.join(folder, 'package.json'));

export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed');
}

interface DuckResult {
  getRows(): readonly (readonly unknown[])[];
}
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<DuckResult>;
}
export interface DuckModule {
  readonly DuckDBInstance: {
    create(place: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<DuckConnection> }>;
  };
}
export interface ZenModule {
  readonly ZenEngine: new () => {
    createDecision(content: Buffer): {
      evaluate(
        input: unknown,
        options?: { readonly trace: boolean },
      ): Promise<{ readonly result: Readonly<Record<string, unknown>> }>;
    };
  };
}
export interface JsonRulesModule {
  readonly Engine: new (
    rules: readonly object[],
    options: { readonly allowUndefinedFacts: boolean },
  ) => {
    addRule(rule: object): unknown;
    run(facts: unknown): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  };
}
export interface FeelinModule {
  evaluate(text: string, context: unknown): { readonly value?: unknown };
  unaryTest(text: string, context: unknown): { readonly value?: unknown };
}

/** What a peer exports; the types above say what is used of it. */
export async function loadPeer<T>(name: string): Promise<T> {
  const module: { readonly default?: unknown } = await import(pathToFileURL(wanted.resolve(name)).href);
  const found: unknown = module.default !== undefined && name !== 'feelin' ? module.default : module;
  return found as T;
}
