import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { isFault } from '@yiwang/faults';
import { startReportReaders, type ReaderOptions } from './reportReaders.ts';

const worker = new URL('../test/scriptedReader.ts', import.meta.url);

function start(t: TestContext, options: Partial<ReaderOptions> = {}) {
  const readers = startReportReaders({ worker, size: 1, waiting: 3, timeLimit: 10_000, memory: 40, ...options });
  t.after(() => readers.close());
  const read = (text: string) => readers.read({ bytes: Buffer.from(text), name: '报告.txt' });
  return { readers, read };
}

const fault = (code: string) => (error: unknown) => isFault(error, code);

test('a document that takes too long is given up, and the next one is read', async (t) => {
  const { read } = start(t, { timeLimit: 2_500 });
  await assert.rejects(read('[hang]'), fault('server.readingTooLong'));
  assert.equal((await read('示例')).text, '示例');
});

test('a thread that ends or runs out of memory refuses its document, and the next one is read', async (t) => {
  const { read } = start(t);
  await assert.rejects(read('[exit]'), fault('server.readingTooBig'));
  await assert.rejects(read('[fill]'), fault('server.readingTooBig'));
  await assert.rejects(read('[throw]'), fault('faults.unexpected'));
  assert.equal((await read('示例')).text, '示例');
});

test('while a document is read the other requests go on', async (t) => {
  const { read } = start(t, { timeLimit: 2_500 });
  const hanging = assert.rejects(read('[hang]'), fault('server.readingTooLong'));
  let longest = 0;
  let last = performance.now();
  const watching = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await hanging;
  clearInterval(watching);
  assert.ok(longest < 1_200, `the event loop stood still for ${longest} ms at the most`);
});

test('what waits is bounded, and each that waits is read', async (t) => {
  const { read } = start(t);
  const asked = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => read(`第${n}份`)));
  const texts = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.text] : []));
  assert.deepEqual(texts, ['第0份', '第1份', '第2份', '第3份']);
  const refused = asked.filter((one) => one.status === 'rejected');
  assert.ok(refused.every(({ reason }) => isFault(reason, 'server.busy')));
});

test('a thread that was begun ahead reads the first document', async (t) => {
  const { readers, read } = start(t);
  readers.warm();
  readers.warm();
  assert.equal((await read('示例')).text, '示例');
});

test('when the server stops nobody waits for ever', async (t) => {
  const { readers, read } = start(t);
  const asked = [read('[hang]'), read('示例')].map((one) => assert.rejects(one, fault('server.stopping')));
  await readers.close();
  await Promise.all(asked);
  await assert.rejects(read('示例'), fault('server.stopping'));
});
