import { parentPort, workerData } from 'node:worker_threads';
import type { PdfQuestion } from './pdfAnswer.ts';
import { textOfPdf } from './textOfPdf.ts';

const question: PdfQuestion = workerData;
const warnings: string[] = [];
const mostWarnings = 1000;
// PDF.js tells its warnings nowhere but on the console, and this thread has no other use for it.
Object.assign(globalThis.console, {
  warn: (message: unknown) => {
    if (warnings.length < mostWarnings) warnings.push(String(message));
  },
});
parentPort?.postMessage(await textOfPdf(question, warnings));
