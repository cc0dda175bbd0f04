import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Http } from './http.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly denied: Counter<'action' | 'why'>;
  readonly liveConnections: Gauge;
  readonly liveBatches: Counter;
  readonly liveResets: Counter<'why'>;
  readonly observations: Counter<'door' | 'outcome'>;
  readonly flow: Histogram<'step'>;
  readonly jobs: Counter<'queue' | 'outcome'>;
  /** Shows the MQTT door's own counts, read when the metrics are. */
  watchMqtt(counts: () => MqttCounts): void;
}

interface MqttCounts {
  readonly connections: number;
  readonly stored: number;
  readonly refused: number;
  readonly failed: number;
}

/** A registry of its own for each server, so that two in one process don't count into each other. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    watchMqtt(counts) {
      const gauge = new Gauge({
        name: 'yiwang_mqtt',
        help: 'Connections of the MQTT door, and its messages stored, refused and not taken',
        labelNames: ['what'],
        registers,
        collect() {
          for (const [what, value] of Object.entries(counts())) gauge.set({ what }, value);
        },
      });
    },
    denied: new Counter({
      name: 'yiwang_denied_total',
      help: 'Requests refused by the policies',
      labelNames: ['action', 'why'],
      registers,
    }),
    liveConnections: new Gauge({ name: 'yiwang_live_connections', help: 'Open live connections', registers }),
    liveBatches: new Counter({
      name: 'yiwang_live_batches_total',
      help: 'Batches pushed to live connections',
      registers,
    }),
    liveResets: new Counter({
      name: 'yiwang_live_resets_total',
      help: 'Live connections told to fetch anew',
      labelNames: ['why'],
      registers,
    }),
    observations: new Counter({
      name: 'yiwang_observations_total',
      help: 'Observations taken in or found to be repeated',
      labelNames: ['door', 'outcome'],
      registers,
    }),
    jobs: new Counter({
      name: 'yiwang_jobs_total',
      help: 'Jobs done, failed and to be tried again, or dead',
      labelNames: ['queue', 'outcome'],
      registers,
    }),
    flow: new Histogram({
      name: 'yiwang_flow_seconds',
      help: 'Duration of a step of the way from observation to case',
      labelNames: ['step'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
      registers,
    }),
  };
}

/** Counts and times every request by route, never by address: the number of series stays bounded. */
export function addRequestMetrics(http: Http, { registry }: Metrics): void {
  const seconds = new Histogram({
    name: 'yiwang_http_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
}

/** Memory, event loop and file handles of the process; once a process is enough. */
export function addProcessMetrics({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry, prefix: 'yiwang_' });
}
