import { decodeObservations, locateObservations, senseFaults, type Observation } from '@yiwang/sense';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';

/** As much as one message may hold, by the engine's own bound. */
const bodyLimit = 1_048_576;

/** How a stored observation is addressed: its datastream and time are its key. */
function linkOf({ datastream, phenomenonTime }: Observation): string {
  return `/sta/v1.1/Datastreams(${datastream})/Observations?$filter=phenomenonTime eq ${phenomenonTime.toISOString()}`;
}

/**
 * The doors for devices, by OGC SensorThings 1.1: one Observation (§10.2), and CreateObservations with data arrays (§13.2).
 * A message is stored as a whole or not at all, and sending it again changes nothing.
 */
export function addObservationRoutes(http: Http, { db, clock, access, intake }: Platform): void {
  void http.register(async (scope: Http) => {
    // The engine reads the bytes itself: it tells which row is wrong, which a schema of the whole can't.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    /** What was sent, and by whom, when the sender may write to all of it. */
    const read = async (request: FastifyRequest) => {
      const who = signedInOf(request);
      const observations = await locateObservations(db, decodeObservations(bytesOf(request.body), clock));
      const foreign = observations.find(({ datastream }) => request.ownDatastreams?.has(datastream) === false);
      if (foreign !== undefined) {
        throw senseFaults.notAllowed({ username: who.account, topic: `Datastreams(${foreign.datastream})` });
      }
      for (const region of new Set(observations.map((one) => one.region))) {
        access.require(request, who, 'observation.record', { region, organisation: who.organisation });
      }
      return { source: `device:${who.account}`, observations };
    };
    const config = { action: 'observation.record', door: 'device' } as const;

    scope.post(
      '/sta/v1.1/Observations',
      {
        config,
        bodyLimit,
        schema: {
          summary: 'One observation (SensorThings 1.1 §10.2)',
          tags: ['sense'],
          response: { 201: Type.Object({ recorded: Type.Integer(), repeated: Type.Integer() }) },
        },
      },
      async (request, reply) => {
        const { source, observations } = await read(request);
        const { recorded, repeated } = await intake(source, 'http', observations);
        const [first] = observations;
        if (first !== undefined && observations.length === 1) reply.header('location', encodeURI(linkOf(first)));
        return reply.code(201).send({ recorded, repeated });
      },
    );

    scope.post(
      '/sta/v1.1/CreateObservations',
      {
        config,
        bodyLimit,
        schema: {
          summary: 'Observations as data arrays (§13.2)',
          tags: ['sense'],
          response: { 201: Type.Array(Type.String()) },
        },
      },
      async (request, reply) => {
        const { source, observations } = await read(request);
        await intake(source, 'http', observations);
        return reply.code(201).send(observations.map(linkOf));
      },
    );
  });
}

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}
