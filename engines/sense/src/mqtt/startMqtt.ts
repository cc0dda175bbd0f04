import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { callbackify, promisify } from 'node:util';
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes';
import type { Clock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { decodeObservations } from '../decodeObservations.ts';
import { senseFaults as faults } from '../faults.ts';
import type { Observation } from '../observation.ts';
import type { Device } from './credentials.ts';
import { gatherBatches } from './gatherBatches.ts';
import { packetGuard } from './packetGuard.ts';

export interface MqttOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  readonly clock: Clock;
  /** Who signs in; undefined refuses. See `findDevice`. */
  readonly authenticate: (username: string, token: string) => Promise<Device | undefined>;
  /** Commits a batch. A message of QoS 1 or 2 is acknowledged after this resolved, and not at all when it rejects. */
  readonly onBatch: (observations: readonly Observation[]) => Promise<void>;
  /** Connections at the most; 1,000 unless told. */
  readonly maxConnections?: number;
  /** How long a message may wait for others of its batch; 20 ms unless told, 50 at the most. */
  readonly batchMs?: number;
}

export interface MqttCounts {
  readonly connections: number;
  /** Messages that were committed. */
  readonly stored: number;
  /** Messages that were refused: their sender was told. */
  readonly refused: number;
  /** Messages that were not acknowledged because the database did not take them. */
  readonly failed: number;
  /** Connections that the system could not accept. */
  readonly acceptFailures: number;
}

export interface Mqtt {
  readonly port: number;
  counts(): MqttCounts;
  /** Cuts the connections of a device, as after its credential was revoked. */
  disconnect(username: string): void;
  close(): Promise<void>;
}

const mostPayload = 64 * 1024;
const mostPacket = mostPayload + 1024;
const batchSize = 1000;
const longestKeepaliveSeconds = 600;
const connectTimeoutMs = 10_000;
const address = /^v1\.1\/Datastreams\(([0-9a-fA-F-]{36})\)\/Observations$/;

/** The topic on which a device hears what was wrong with its messages. Only it may subscribe to it. */
export function faultTopic(username: string): string {
  return `v1.1/faults/${username}`;
}

/**
 * The MQTT 3.1.1 door (SensorThings 1.1 §14). A device may publish to `v1.1/Datastreams(<id>)/Observations` of its own
 * datastreams, and hear its own faults; all else is denied. A payload that can't be read is acknowledged, so that it is
 * not sent for ever, counted, and told on the device's fault topic. Wills are refused, sessions are not kept.
 * @throws sense.portTaken
 */
export async function startMqtt(options: MqttOptions): Promise<Mqtt> {
  const { clock, authenticate, onBatch, maxConnections = 1000, host = '127.0.0.1' } = options;
  const devices = new WeakMap<Client, Device>();
  const open = new Map<Client, string>();
  const counts = { stored: 0, refused: 0, failed: 0, acceptFailures: 0 };
  const gatherer = gatherBatches(onBatch, { waitMs: Math.min(50, options.batchMs ?? 20), most: batchSize });

  const signIn = async (
    client: Client,
    username: string | undefined,
    password: Buffer | undefined,
  ): Promise<boolean> => {
    const device = await authenticate(username ?? '', password?.toString() ?? '');
    if (device !== undefined) devices.set(client, device);
    return device !== undefined;
  };

  /** Stores a message; resolves when the broker may acknowledge it. */
  const receive = async (client: Client | null, packet: PublishPacket): Promise<void> => {
    if (client === null) return; // the broker's own
    const device = devices.get(client);
    const datastream = address.exec(packet.topic)?.[1]?.toLowerCase();
    if (device === undefined || datastream === undefined || !device.datastreams.has(datastream)) {
      counts.refused++;
      throw faults.notAllowed({ username: device?.username ?? '', topic: packet.topic.slice(0, 100) });
    }
    packet.retain = false;
    const observations = readPayload(device, datastream, packet.payload);
    if (observations === undefined) return;
    await gatherer.add(observations).catch((error: unknown) => {
      counts.failed++;
      throw error;
    });
    counts.stored++;
  };

  const readPayload = (
    device: Device,
    datastream: string,
    payload: string | Buffer,
  ): readonly Observation[] | undefined => {
    const bytes = Buffer.from(payload);
    try {
      if (bytes.length > mostPayload) throw faults.tooLarge({ limit: `${mostPayload} bytes` });
      const received = decodeObservations(bytes, clock, datastream);
      return received.map((observation) => ({ region: device.region, ...observation }));
    } catch (error) {
      if (!isFault(error)) throw error;
      counts.refused++;
      tell(device, error.code, error.message);
      return undefined;
    }
  };

  const tell = (device: Device, code: string, detail: string): void => {
    const payload = JSON.stringify({ code, detail });
    const topic = faultTopic(device.username);
    broker.publish({ cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false }, () => undefined);
  };

  const broker = await Aedes.createBroker({
    connectTimeout: connectTimeoutMs,
    keepaliveLimit: longestKeepaliveSeconds,
    drainTimeout: 20_000,
    maxClientsIdLength: 300,
    preConnect(_client, packet, done) {
      if (packet.will !== undefined) return done(faults.notAllowed({ username: '', topic: 'a will' }), false);
      packet.clean = true;
      // A device can take over its own connections only, not those of another with the same client id.
      packet.clientId = `${packet.username ?? ''}/${packet.clientId.slice(0, 100)}`;
      return done(null, true);
    },
    authenticate(client, username, password, done) {
      // CONNACK 3, the server is unavailable, makes the device try again later.
      const unavailable = (error: Error): AuthenticateError => Object.assign(error, { returnCode: 3 });
      callbackify(signIn)(client, username, password, (error, known) => done(error && unavailable(error), known));
    },
    authorizePublish: callbackify(receive),
    authorizeSubscribe(client, subscription, done) {
      const device = devices.get(client);
      done(null, device !== undefined && subscription.topic === faultTopic(device.username) ? subscription : null);
    },
  });
  broker.on('clientReady', (client) => {
    const device = devices.get(client);
    if (device !== undefined) open.set(client, device.username);
  });
  broker.on('clientDisconnect', (client) => open.delete(client));

  const server = createServer({ noDelay: true }, (socket) => {
    guardPackets(socket);
    broker.handle(socket);
  });
  server.maxConnections = maxConnections;
  server.listen(options.port, host);
  await once(server, 'listening').catch(async (cause: unknown) => {
    await promisify(broker.close.bind(broker))();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw faults.portTaken({ host, port: options.port, reason }, cause);
  });
  // No file descriptor left, say: that connection is lost and tries again; an unheard error would end the process.
  server.on('error', () => (counts.acceptFailures += 1));
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : options.port,
    counts: () => ({ connections: open.size, ...counts }),
    disconnect(username) {
      for (const [client, owner] of open) if (owner === username) client.close();
    },
    async close() {
      server.close();
      await gatherer.settle();
      await promisify(broker.close.bind(broker))();
    },
  };
}

/** The broker pulls by `read`, so that is where oversized packets are seen before they are gathered. */
function guardPackets(socket: Socket): void {
  const guard = packetGuard(mostPacket);
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size);
    if (!(chunk instanceof Uint8Array) || guard(chunk)) return chunk;
    socket.destroy();
    return null;
  };
}
