import { parentPort, workerData } from 'node:worker_threads';
import type { PdfQuestion } from './pdfAnswer.ts';
import { textOfPdf } from './textOfPdf.ts';

const question: PdfQuestion = workerData;
parentPort?.postMessage(await textOfPdf(question));
