import { Worker } from 'node:worker_threads';
import { extractFaults } from '../../faults.ts';
import type { Budget } from '../budget.ts';
import type { PdfAnswer, PdfQuestion } from './pdfAnswer.ts';

/** The file's last bytes must hold its end mark (ISO 32000, 7.5.5); writers put little after it. */
const tail = 4096;

/**
 * The paragraphs of a PDF, one a line. It is read in a thread that is ended when its time or memory is up, so that no PDF takes the process.
 * @throws extract.damaged, encrypted, noText for a scan, tooMuchText, tooSlow, unpacksTooLarge.
 */
export async function readPdf(bytes: Uint8Array, budget: Budget): Promise<string> {
  const { name, limits } = budget;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(-tail).includes('%%EOF')) throw extractFaults.damaged({ name, reason: '%%EOF' });
  const answer = await ask({ bytes: new Uint8Array(bytes), characters: limits.characters }, budget);
  switch (answer.is) {
    case 'text':
      return answer.text;
    case 'encrypted':
      throw extractFaults.encrypted({ name });
    case 'scan':
      throw extractFaults.noText({ name });
    case 'tooMuchText':
      throw extractFaults.tooMuchText({ name, limit: limits.characters });
    case 'damaged':
      throw extractFaults.damaged({ name, reason: answer.reason });
  }
}

async function ask(question: PdfQuestion, budget: Budget): Promise<PdfAnswer> {
  const { name, limits } = budget;
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), {
    workerData: question,
    transferList: [question.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.pdfMegabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const timer = setTimeout(
    () => reject(extractFaults.tooSlow({ name, seconds: Math.round(limits.milliseconds / 1000) })),
    budget.millisecondsLeft(),
  );
  const watch = setInterval(() => void watchMemory(), 50);
  worker.once('message', resolve);
  worker.once('error', (error) => reject(extractFaults.damaged({ name, reason: 'PDF' }, error)));
  worker.once('exit', () => reject(extractFaults.damaged({ name, reason: 'PDF' })));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }

  /** The thread's own limit counts no buffers, and it is those that a compressed stream swells. */
  async function watchMemory(): Promise<void> {
    try {
      const heap = await worker.getHeapStatistics();
      const used = heap.used_heap_size + heap.external_memory;
      const limit = limits.pdfMegabytes * 1_000_000;
      if (used > limit) reject(extractFaults.unpacksTooLarge({ name, limit }));
    } catch (error) {
      // It may have ended since; its answer or its exit is on the way.
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING')) reject(error);
    }
  }
}
