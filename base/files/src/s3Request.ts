import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsClient } from 'aws4fetch';
import { filesFaults } from './faults.ts';

const attempts = 4;
const firstWaitMs = 100;
/** How long the service may take to answer, beside a second for each 100 kB that is sent. */
const answerMs = 30_000;

export interface S3Request {
  readonly method: 'PUT' | 'GET' | 'HEAD';
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The answer to one signed request; 404 is an answer too. A failed connection, a 429 and a 5xx are tried again, with
 * twice the wait each time. @throws files.unreachable, files.storeRefused
 */
export async function s3Request(client: AwsClient, url: string, request: S3Request): Promise<Response> {
  let reason = '';
  let cause: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await sleep(firstWaitMs * 2 ** (attempt - 1));
    const signed = await client.sign(url, request);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), answerMs + (request.body?.size ?? 0) / 100);
    try {
      const response = await fetch(signed, { signal: patience.signal, redirect: 'manual' });
      if (response.ok || response.status === 404) return response;
      reason = `${response.status} ${(await response.text()).slice(0, 500)}`;
      if (response.status < 500 && response.status !== 429) {
        throw filesFaults.storeRefused({ status: response.status, reason: reason.slice(4) });
      }
    } catch (error) {
      // fetch throws a TypeError for a failed connection and an AbortError when patience ends
      const isNetwork = error instanceof TypeError || (error instanceof Error && error.name === 'AbortError');
      if (!isNetwork) throw error;
      reason = error.cause instanceof Error ? error.cause.message : error.message;
      cause = error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw filesFaults.unreachable({ reason }, cause);
}
