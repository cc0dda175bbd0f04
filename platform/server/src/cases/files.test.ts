import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { CaseDetail, StoredFile } from '@yiwang/contract';
import { uuidv7 } from '@yiwang/clock';
import { startCase } from '@yiwang/handle';
import { createDecisionPort } from '../flow/decisionPort.ts';
import { exampleModels, startTestServer, type Person } from '../test/startTestServer.ts';

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function openCase(t: TestContext) {
  const started = await startTestServer(t);
  const { db, clock, call, signIn, server } = started;
  const { apps, calendar } = exampleModels;
  const own = apps.find(({ about }) => about.onCrossing !== undefined)?.about;
  const ports = { clock, calendar, decide: createDecisionPort(apps) };
  const opened = await db.transaction((tx) =>
    startCase(tx, ports, {
      region: '990101',
      command: uuidv7(),
      by: { actor: 'system:test', organisation: '', roles: [] },
      app: own?.id ?? '',
      process: own?.onCrossing?.process ?? '',
      title: 'test',
      organisation: 'ex.ops',
      variables: { indicator: 'water-level', value: 0.5 },
      simulated: true,
    }),
  );
  const path = `/api/cases/990101/${opened.case}`;
  return {
    ...started,
    path,
    upload: async (person: Person, bytes: Uint8Array<ArrayBuffer>, type = 'image/png', name = '现场.png') => {
      const headers = { cookie: await signIn(person), origin: server.address, 'content-type': type };
      const address = `${path}/files?name=${encodeURIComponent(name)}`;
      const response = await call(address, { method: 'POST', headers, body: bytes });
      return { status: response.status, body: (await response.json()) as StoredFile & { code?: string } };
    },
  };
}

test('a photo is stored once, shown with its case, and read by who may read the case', async (t) => {
  const { upload, call, signIn, path } = await openCase(t);
  const first = await upload('team', png);
  assert.equal(first.status, 201, JSON.stringify(first.body));
  assert.equal((await upload('team', png)).body.hash, first.body.hash);
  const cookie = await signIn('officer');
  const detail = (await (await call(path, { headers: { cookie } })).json()) as CaseDetail;
  assert.deepEqual(
    detail.files.map(({ hash, type, name, by }) => ({ hash, type, name, by })),
    [{ hash: first.body.hash, type: 'image/png', name: '现场.png', by: 'account:200001' }],
  );
  const read = await call(`/api/files/${first.body.hash}`, { headers: { cookie } });
  assert.equal(read.headers.get('content-type'), 'image/png');
  assert.match(read.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.deepEqual(Buffer.from(await read.arrayBuffer()), png);
  const west = { cookie: await signIn('westTeam') };
  assert.equal((await call(`/api/files/${first.body.hash}`, { headers: west })).status, 403);
  assert.equal((await call(`/api/files/${'0'.repeat(64)}`, { headers: { cookie } })).status, 404);
});

/** The least that each format takes for a whole picture, with a place planted in its metadata. */
const placed: readonly (readonly [type: string, bytes: Buffer<ArrayBuffer>])[] = [
  [
    'image/jpeg',
    Buffer.from(
      '\xff\xd8\xff\xe1\0\x0eGPS-30.2741N\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x01\xff\xd9',
      'latin1',
    ),
  ],
  [
    'image/png',
    Buffer.concat([png.subarray(0, 33), Buffer.from('\0\0\0\x0ctEXtGPS-30.2741N\0\0\0\0', 'latin1'), png.subarray(33)]),
  ],
  [
    'image/webp',
    Buffer.from('RIFF\x2a\0\0\0WEBPVP8 \x0a\0\0\0\x10\0\0\x9d\x01\x2a\x10\0\x10\0EXIF\x0c\0\0\0GPS-30.2741N', 'latin1'),
  ],
];

test('photos of all three formats are taken, and none tells its place to who reads it', async (t) => {
  const { upload, call, signIn } = await openCase(t);
  const cookie = await signIn('officer');
  for (const [type, bytes] of placed) {
    const { status, body } = await upload('team', bytes, type);
    assert.equal(status, 201, `${type} ${JSON.stringify(body)}`);
    const read = await call(`/api/files/${body.hash}`, { headers: { cookie } });
    assert.equal(read.headers.get('content-type'), type);
    const stored = Buffer.from(await read.arrayBuffer());
    assert.equal(stored.length, body.size);
    assert.equal(stored.includes('GPS'), false, type);
  }
});

test('what is no picture, says it is another, or has no name is refused with its fault', async (t) => {
  const { upload } = await openCase(t);
  const text = Buffer.from('<script>alert(1)</script>');
  assert.deepEqual(
    [(await upload('team', text)).status, (await upload('team', text)).body.code],
    [415, 'files.wrongType'],
  );
  assert.equal((await upload('team', png, 'image/jpeg')).body.code, 'files.wrongType');
  assert.equal((await upload('team', png, 'text/html')).body.code, 'server.unsupportedType');
  assert.equal((await upload('team', Buffer.alloc(0))).status, 422);
  assert.equal((await upload('team', png, 'image/png', '')).body.code, 'server.badRequest');
  assert.equal((await upload('westTeam', png)).status, 403);
});

test('a file that is too large is refused before it was stored', async (t) => {
  const { upload } = await openCase(t);
  const large = Buffer.concat([png, Buffer.alloc(21 * 1024 * 1024)]);
  const refused = await upload('team', large).catch((error: unknown) => error);
  // The server may hang up while the client still sends; where it hears the answer, it is 413.
  if (!(refused instanceof Error)) assert.equal((refused as { status: number }).status, 413);
});
