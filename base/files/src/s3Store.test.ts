import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { isFault } from '@yiwang/faults';
import { openFileStore, type FileStore, type PutOptions } from './index.ts';

const secret = 'not a secret';
const anyPdf: PutOptions = { maxBytes: 1_000_000, types: ['application/pdf'] };
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'x')]);
const fault = (code: string) => (error: unknown) => isFault(error, code);
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** Whether the request is signed as AWS Signature Version 4 asks, computed here on its own. */
function isSigned({ headers, method, url }: IncomingMessage): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=key1\/(\d{8})\/cn-east\/s3\/aws4_request, SignedHeaders=(\S+), Signature=(\S+)$/;
  const [, day = '', names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  for (const name of ['host', 'x-amz-content-sha256', 'x-amz-date']) if (!names.split(';').includes(name)) return false;
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const request = [method, url, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/cn-east/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = ['cn-east', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day));
  return hmac(key, text).toString('hex') === signature;
}

interface TestStore {
  readonly store: FileStore;
  readonly objects: Map<string, Buffer>;
  readonly spoolFolder: string;
  /** Statuses that the next requests get instead of an answer; 0 cuts the connection. */
  readonly failures: number[];
  readonly requests: string[];
}

/** A small S3 that keeps its objects in memory. */
async function s3(t: TestContext, secretAccessKey = secret): Promise<TestStore> {
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray());
      const { method = '', url = '' } = request;
      requests.push(method);
      const failure = failures.shift();
      if (failure === 0) return request.socket.destroy();
      if (failure !== undefined) return response.writeHead(failure).end('SlowDown');
      if (!isSigned(request)) return response.writeHead(403).end('SignatureDoesNotMatch');
      if (method === 'PUT') {
        const isWhole = Number(request.headers['content-length']) === body.length;
        if (!isWhole) return response.writeHead(411).end('MissingContentLength');
        if (request.headers['x-amz-content-sha256'] !== sha256(body)) return response.writeHead(400).end('BadDigest');
        objects.set(url, body);
        return response.end();
      }
      const found = objects.get(url);
      if (found === undefined) return response.writeHead(404).end();
      return response.writeHead(200, { 'content-length': found.length }).end(method === 'HEAD' ? undefined : found);
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const spoolFolder = mkdtempSync(path.join(os.tmpdir(), 'files-'));
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(spoolFolder, { recursive: true });
  });
  const url = `http://127.0.0.1:${address.port}/`;
  const options = { url, accessKeyId: 'key1', secretAccessKey, region: 'cn-east', bucket: 'photos', spoolFolder };
  return { store: openFileStore({ s3: options }), objects, spoolFolder, failures, requests };
}

suite('files in S3', () => {
  test('a file is put under its hash by signed requests, and comes back', async (t) => {
    const { store, objects, spoolFolder } = await s3(t);
    const { hash, size } = await store.put(pdf, anyPdf);
    assert.equal(hash, sha256(pdf));
    assert.deepEqual([...objects.keys()], [`/photos/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`]);
    assert.equal(await store.has(hash), true);
    const got = await store.get(hash);
    assert.equal(got.size, size);
    assert.deepEqual(Buffer.concat(await got.bytes.toArray()), pdf);
    assert.deepEqual(readdirSync(spoolFolder), []);
  });

  test('a file that is not there is unknown, and a changed one ends with a fault', async (t) => {
    const { store, objects } = await s3(t);
    assert.equal(await store.has('0'.repeat(64)), false);
    assert.equal(await store.has('../x'), false);
    await assert.rejects(store.get('0'.repeat(64)), fault('files.unknown'));
    await assert.rejects(store.get('../x'), fault('files.unknown'));
    const { hash } = await store.put(pdf, anyPdf);
    for (const key of objects.keys()) objects.set(key, Buffer.from('%PDF-other'));
    await assert.rejects((await store.get(hash)).bytes.toArray(), fault('files.damaged'));
  });

  test('a failing service is asked again, four times in all, then it is unreachable', async (t) => {
    const { store, failures, requests, spoolFolder } = await s3(t);
    failures.push(503, 0, 500);
    const { hash } = await store.put(pdf, anyPdf);
    assert.deepEqual(requests, ['PUT', 'PUT', 'PUT', 'PUT']);
    failures.push(500, 500, 500, 500);
    await assert.rejects(store.get(hash), fault('files.unreachable'));
    failures.push(0, 0, 0, 0);
    await assert.rejects(store.put(pdf, anyPdf), fault('files.unreachable'));
    assert.equal(requests.length, 12);
    assert.deepEqual(readdirSync(spoolFolder), []);
  });

  test('a wrong key is refused at once', async (t) => {
    const { store, objects, requests, spoolFolder } = await s3(t, 'another');
    await assert.rejects(store.put(pdf, anyPdf), fault('files.storeRefused'));
    await assert.rejects(store.has(sha256(pdf)), fault('files.storeRefused'));
    assert.deepEqual([objects.size, requests.length], [0, 2]);
    assert.deepEqual(readdirSync(spoolFolder), []);
  });
});
