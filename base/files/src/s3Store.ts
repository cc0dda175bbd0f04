import { openAsBlob } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { Clock } from '@yiwang/clock';
import { filesFaults } from './faults.ts';
import type { FileStore } from './fileStore.ts';
import { pathOfHash } from './pathOfHash.ts';
import { s3Request } from './s3Request.ts';
import { spool } from './spool.ts';
import { sweepLeftovers } from './sweepLeftovers.ts';
import { verifiedBytes } from './verifiedBytes.ts';

export interface S3Options {
  /** `https://host`, or with the bucket as its path where `bucket` is not given (path-style addresses). */
  readonly url: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly bucket?: string;
  /** Where uploads wait until their hash is known; a folder of the system's temporary one unless told. */
  readonly spoolFolder?: string;
}

export function openS3Store(options: S3Options, clock: Clock): FileStore {
  const { accessKeyId, secretAccessKey, region } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const spoolFolder = options.spoolFolder ?? path.join(os.tmpdir(), 'yiwang-files');
  sweepLeftovers(spoolFolder, clock);
  const base = [options.url.replace(/\/+$/, ''), ...(options.bucket === undefined ? [] : [options.bucket])].join('/');
  const addressOf = (hash: string): string => {
    const place = pathOfHash(hash);
    if (place === undefined) throw filesFaults.unknown({ hash });
    return `${base}/${place}`;
  };
  return {
    put: (body, put) =>
      spool(spoolFolder, body, put, async (temporary, { hash, type }) => {
        const response = await s3Request(client, addressOf(hash), {
          method: 'PUT',
          body: await openAsBlob(temporary),
          headers: { 'content-type': type, 'x-amz-content-sha256': hash },
        });
        if (response.status === 404) {
          throw filesFaults.storeRefused({ status: 404, reason: (await response.text()).slice(0, 500) });
        }
        await response.body?.cancel();
      }),
    get: async (hash) => {
      const response = await s3Request(client, addressOf(hash), { method: 'GET' });
      const size = Number(response.headers.get('content-length') ?? Number.NaN);
      if (response.status === 404 || response.body === null || Number.isNaN(size)) {
        await response.body?.cancel();
        if (response.status === 404) throw filesFaults.unknown({ hash });
        throw filesFaults.storeRefused({ status: response.status, reason: 'no content-length' });
      }
      return { bytes: verifiedBytes(Readable.fromWeb(response.body), hash), size };
    },
    has: async (hash) =>
      pathOfHash(hash) !== undefined && (await s3Request(client, addressOf(hash), { method: 'HEAD' })).status !== 404,
  };
}
