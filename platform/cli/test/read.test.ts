import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { main, runYiwang, temporaryFolder } from './runYiwang.ts';

const report = `示例市政府工作报告
（2030年2月1日在示例市人民代表大会上）
一、2029年工作回顾
示例产业增加值820亿元、增长8.5%，新增示例企业1.2万户以上。
二、2030年主要工作
示例产业增加值增长9%以上。加快建设示例大道，推广“示例码”。
`;

function fileOf(t: TestContext, text: string | Uint8Array, name = 'report.txt'): string {
  const file = path.join(temporaryFolder(t), name);
  writeFileSync(file, text);
  return file;
}

const lines = (said: string): Record<string, unknown>[] =>
  said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

suite('./yiwang read', () => {
  test('prints one statement a line, each with its place in the text', async (t) => {
    const { code, said } = await runYiwang(['read', fileOf(t, report), '--jsonl']);
    assert.equal(code, 0, said);
    const rows = lines(said);
    assert.deepEqual(
      rows.map((row) => [row['kind'], row['value'], row['unit'], row['value_si'], row['comparator'], row['change']]),
      [
        ['fact', 820, '亿元', 82_000_000_000, 'eq', 'level'],
        ['fact', 8.5, '%', 8.5, 'eq', 'growth_rate'],
        ['fact', 1.2, '万户', 12_000, 'ge', 'increase'],
        ['target', 9, '%', 9, 'ge', 'growth_rate'],
      ],
    );
    for (const row of rows) {
      assert.equal(report.slice(Number(row['span_start']), Number(row['span_end'])), row['span']);
      assert.equal(report.slice(Number(row['start']), Number(row['end'])), row['quote']);
    }
  });

  test('prints tasks, systems and links when they are asked for', async (t) => {
    const file = fileOf(t, report);
    const read = async (kind: string) => lines((await runYiwang(['read', file, '--jsonl', '--kind', kind])).said);
    assert.ok((await read('tasks')).some(({ verb, object }) => verb === '建设' && object === '示例大道'));
    assert.ok((await read('systems')).some(({ name }) => name === '示例码'));
    const [link, ...more] = await read('links');
    assert.deepEqual(more, []);
    assert.deepEqual([link?.['fact_value'], link?.['target_value'], link?.['target_comparator']], [8.5, 9, 'ge']);
    assert.equal(report.slice(Number(link?.['target'])).startsWith('9%'), true);
  });

  test('gives one JSON document with --json, and its tables in the language of the terminal without', async (t) => {
    const file = fileOf(t, report);
    const whole = JSON.parse((await runYiwang(['read', file, '--json'])).said) as Record<string, unknown>;
    assert.deepEqual([whole['file'], whole['year'], whole['length']], ['report.txt', 2030, report.length]);
    assert.match(String(whole['hash']), /^[0-9a-f]{64}$/);
    const { statements, tasks } = whole;
    assert.ok(Array.isArray(statements) && statements.length === 4 && Array.isArray(tasks));
    assert.match((await runYiwang(['read', file])).said, /Facts and targets: 4\n/);
    assert.match((await runYiwang(['read', file], { LC_ALL: 'zh_CN.UTF-8' })).said, /事实与目标: 4\n/);
  });

  test('gives with --figures what a city folder holds: no task, no sentence', async (t) => {
    const { code, said } = await runYiwang(['read', fileOf(t, report), '--figures']);
    assert.equal(code, 0, said);
    const figures = JSON.parse(said) as Record<string, unknown>;
    assert.deepEqual([figures['year'], figures['tasks']], [2030, undefined]);
    assert.doesNotMatch(said, /加快|工作回顾/);
  });

  test('reads the standard input, and ends quietly when who reads it goes away', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" read - --jsonl | head -1`], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    child.stdin.end(report + '示例产业增加值增长9%以上。\n'.repeat(20_000));
    let said = '';
    let complained = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (complained += piece.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(lines(said)[0]?.['id'], 's1');
    assert.equal(complained, '');
  });

  test('refuses what it does not understand, with its usage', async (t) => {
    const file = fileOf(t, report);
    for (const [args, what] of [
      [['read'], /the file is missing/],
      [['read', file, '--kind', 'persons'], /there are statements, tasks, systems, links/],
      [['read', file, '--json', '--jsonl'], /not both/],
      [['read', file, '--figures', '--json'], /--figures stands alone/],
      [['read', `${file}.gone`], /is not there/],
      [['read', path.dirname(file)], /is a folder/],
    ] as const) {
      const { code, said } = await runYiwang(args);
      assert.equal(code, 1, said);
      assert.match(said, what);
    }
  });
});
