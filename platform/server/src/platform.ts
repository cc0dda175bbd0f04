import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import type { Guard } from './access/guard.ts';
import type { Metrics } from './http/metrics.ts';
import type { Limiters } from './http/rateLimits.ts';
import type { LiveHub } from './live/liveHub.ts';
import type { ServedCity } from './servedCity.ts';

/** What a route may reach. */
export interface Platform {
  readonly db: Database;
  readonly clock: Clock;
  readonly city: ServedCity;
  readonly access: Guard;
  readonly live: LiveHub;
  readonly metrics: Metrics;
  readonly limiters: Limiters;
  readonly https: boolean;
  /** On loopback, on a data folder made as demo, with the embedded database: all three. */
  readonly demoOpen: boolean;
}
