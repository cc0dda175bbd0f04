import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { startTestCluster } from '@yiwang/postgres';
import { installChromium } from './installChromium.ts';
import { root, trackedFiles } from './sourceFiles.ts';

/** Runs every *.test.ts, or those whose path contains one of the arguments; ends with `N passed, N failed, N skipped`. */
const wanted = process.argv.slice(2);
const files = trackedFiles()
  .filter((file) => /\.test\.tsx?$/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
  .map((file) => path.join(root, file));

if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(' ')}`);
  process.exit(2);
}
if (files.some((file) => file.includes('/console/') || file.includes('endToEnd'))) installChromium();
if (!existsSync(path.join(root, '..', 'shared')))
  console.log('note: ../shared is absent; the tests that read it are skipped');

const cluster = await startTestCluster();
process.env['YIWANG_TEST_SOCKET'] = cluster.socket;

const counts = { passed: 0, failed: 0, skipped: 0 };
const seconds = new Map<string, number>();
const failures: string[] = [];
const skips = new Map<string, string[]>();
const started = performance.now();

const short = (file: string | undefined): string => (file === undefined ? '' : path.relative(root, file));

for await (const { type, data } of run({ files, concurrency: 2, timeout: 300_000 })) {
  if (type === 'test:summary' && data.file !== undefined) seconds.set(short(data.file), data.duration_ms / 1000);
  if (type === 'test:pass') {
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
      const reason = typeof data.skip === 'string' ? data.skip : 'skipped';
      skips.set(reason, [...(skips.get(reason) ?? []), data.name]);
    } else counts.passed += 1;
  } else if (type === 'test:fail') {
    const error = data.details.error;
    const cause =
      error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : String(error.cause ?? error.message);
    // A suite or file that fails only because a test inside it did is not counted again.
    const inner = 'failureType' in error && error.failureType === 'subtestsFailed';
    if (inner) continue;
    counts.failed += 1;
    const text = `✖ ${short(data.file)}: ${data.name}\n${cause.replace(/^/gm, '    ')}`;
    failures.push(text);
    console.log(text);
  } else if (type === 'test:stderr' && process.env['YIWANG_TEST_STDERR'] !== undefined) {
    process.stderr.write(data.message);
  }
}
await cluster.stop();

const slowest = [...seconds].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
console.log(`\nslowest files: ${slowest.map(([file, time]) => `${file} ${time.toFixed(1)} s`).join(', ')}`);
for (const [reason, names] of skips) console.log(`skipped (${reason}): ${names.join('; ')}`);
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${files.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
