import type { Http } from '../http/http.ts';
import type { Platform } from '../platform.ts';

/** GET /metrics for Prometheus: on this machine, with the metrics token, or for an account that may. */
export function addMetricsRoute(http: Http, { metrics }: Platform): void {
  http.get(
    '/metrics',
    {
      config: { action: 'metrics.read', door: 'metrics' },
      schema: { summary: 'Metrics for Prometheus', hide: true },
      logLevel: 'warn',
    },
    async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
