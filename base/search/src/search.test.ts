import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { testDatabase } from '@yiwang/postgres';
import { bigrams, matchQuery, normalise } from './index.ts';

suite('search', () => {
  test('width and case make no difference, and punctuation parts runs', () => {
    assert.deepEqual(bigrams('ＡB，水'), ['a', 'ab', 'b', '水']);
    assert.deepEqual(bigrams(''), []);
  });

  test('finds what a look through every text finds: one, two or many characters, Chinese or not', async (t) => {
    const db = await testDatabase(t, []);
    await db.query('CREATE TABLE note (n int PRIMARY KEY, body text NOT NULL, grams text[] NOT NULL)');
    await db.query('CREATE INDEX ON note USING gin (grams)');
    const words = ['路口', '积水', '西湖', '区', '井盖', '移位', 'PM2.5', '水位', '湖西', 'No.7', ' ', '，', '水'];
    let state = 5;
    const pick = (): string => {
      state = (state * 1_664_525 + 1_013_904_223) >>> 0;
      return words[Math.floor((state / 2 ** 32) * words.length)] ?? '';
    };
    const notes = Array.from({ length: 4000 }, () => Array.from({ length: 6 }, pick).join(''));
    notes[1234] = '凤凰山';
    await db.query(
      `INSERT INTO note SELECT n, body, grams::text[] FROM unnest($1::int[], $2::text[], $3::text[]) AS v(n, body, grams)`,
      [
        notes.map((_, n) => n),
        notes,
        notes.map(
          (body) =>
            `{${bigrams(body)
              .map((gram) => `"${gram}"`)
              .join(',')}}`,
        ),
      ],
    );
    await db.query('VACUUM ANALYZE note');
    for (const query of ['水', '西湖', '湖西', '路口积水', 'pm2', '７', '西湖 井盖', '没有的', '凤凰', '']) {
      const { sql, values } = matchQuery(query, { grams: 'grams', text: 'body' }, 1);
      const found = await db.query<{ n: number }>(`SELECT n FROM note WHERE ${sql} ORDER BY n`, values);
      const runs = normalise(query)
        .split(' ')
        .filter((run) => run !== '');
      const expected = notes.flatMap((body, n) => (runs.every((run) => normalise(body).includes(run)) ? [n] : []));
      assert.deepEqual(
        found.map((row) => row.n),
        expected,
        query,
      );
    }
    const { sql, values } = matchQuery('凤凰', { grams: 'grams' }, 1);
    const plan = await db.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off'); // 4,000 short rows are read faster than an index; a million are not
      return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT n FROM note WHERE ${sql}`, values);
    });
    assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /Bitmap Index Scan/);
  });
});
