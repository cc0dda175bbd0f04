import type { Readable } from 'node:stream';
import { CasePath, FileNameQuery, FilePath, StoredFile } from '@yiwang/contract';
import { recordFile } from '@yiwang/files';
import { addEvidence, getCase } from '@yiwang/handle';
import { signedInOf } from '../access/signedInOf.ts';
import { actorOf } from '../cases/actorOf.ts';
import { placeOf } from '../cases/placeOf.ts';
import { findEvidencePlaces } from '../cases/findEvidencePlaces.ts';
import { derivedId } from '../flow/derivedId.ts';
import { tellCases } from '../flow/handle-to-screen.ts';
import { retryDeadlock } from '../flow/retryDeadlock.ts';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';

const types = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
/** A phone's photo has 3 to 12 MB. */
const mostBytes = 20 * 1024 * 1024;

/** Photos and papers of a case: what is kept has been checked by its bytes, and a photo tells no place and no camera. */
export function addFileRoutes(http: Http, { db, clock, access, handle, files }: Platform): void {
  void http.register(async (scope: Http) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(types, (_request, payload, done) => done(null, payload));

    scope.post(
      '/api/cases/:region/:id/files',
      {
        config: { action: 'file.add' },
        bodyLimit: mostBytes,
        schema: {
          summary: 'Add a photo or paper to a case',
          params: CasePath,
          querystring: FileNameQuery,
          response: { 201: StoredFile },
          tags: ['cases'],
        },
      },
      async (request, reply) => {
        const { region, id } = request.params;
        const who = signedInOf(request);
        const { row } = await getCase(db, handle, region, id);
        access.require(request, who, 'file.add', placeOf({ row }));
        if (row.state === 'closed') throw faults.caseClosed({ number: row.number });
        const claimed = request.headers['content-type'];
        if (claimed === undefined) throw faults.unsupportedType({ type: '–' });
        const stored = await files.put(request.body as Readable, { maxBytes: mostBytes, types, claimed });
        const { name, task } = request.query;
        await retryDeadlock(() =>
          db.transaction(async (tx) => {
            await recordFile(tx, clock, { ...stored, region, name, addedBy: `account:${who.account}` });
            await addEvidence(tx, handle, {
              region,
              case: id,
              // The same file of the same person twice is one piece of evidence: a phone may send again what it sent.
              command: derivedId(id, `${stored.hash} ${who.account} ${task ?? ''}`),
              by: actorOf(who),
              evidence: { ...stored, name, ...(task === undefined ? {} : { task }) },
            });
            await tellCases(tx, [[region, id]]);
          }),
        );
        return reply.code(201).send({ hash: stored.hash, type: stored.type, size: stored.size });
      },
    );
  });

  http.get(
    '/api/files/:hash',
    { config: { action: 'file.read' }, schema: { summary: 'A stored file', params: FilePath, tags: ['cases'] } },
    async (request, reply) => {
      const { hash } = request.params;
      const who = signedInOf(request);
      const places = await findEvidencePlaces(db, hash);
      const [first] = places;
      if (first === undefined) throw faults.notFound({ what: hash });
      const seen = places.find((place) => access.may(who, 'file.read', place));
      if (seen === undefined) access.require(request, who, 'file.read', first);
      const { bytes, size } = await files.get(hash);
      return reply
        .type((seen ?? first).type)
        .header('content-length', size)
        .header('cache-control', 'private, max-age=3600, immutable')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent((seen ?? first).name)}`)
        .send(bytes);
    },
  );
}
