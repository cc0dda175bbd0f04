import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { ReadAnswer, ReadRequest } from '../reports/readRequest.ts';

/** A reading thread that does what the document says, for tests of what goes wrong: hang, exit, fill the memory. */
parentPort?.on('message', ({ bytes }: ReadRequest) => {
  const text = new TextDecoder().decode(bytes);
  if (text.includes('[hang]')) for (;;);
  if (text.includes('[exit]')) process.exit(3);
  if (text.includes('[fill]')) {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, n) => `${kept.length} ${n}`));
  }
  const answer: ReadAnswer = text.includes('[throw]')
    ? { error: 'TypeError: example' }
    : {
        read: {
          format: 'txt',
          encoding: 'utf-8',
          text,
          hash: createHash('sha256').update(text).digest('hex'),
          milliseconds: 1,
          reading: {
            title: '示例市政府工作报告',
            year: 2022,
            length: text.length,
            sections: [],
            statements: [],
            ambiguities: [],
            tasks: [],
            systems: [],
            links: [],
          },
        },
      };
  parentPort?.postMessage(answer);
});
