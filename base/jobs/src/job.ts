/** A JSON value as RFC 8259 has it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export interface NewJob {
  /** Six-digit district code (GB/T 2260). */
  readonly region: string;
  /** Name of what is to be done: `case.timers`. */
  readonly queue: string;
  /** While a job of this region, queue and key waits, enqueuing another does nothing. */
  readonly key?: string;
  /** 64 KiB of JSON at the most. */
  readonly payload: JsonValue;
  /** Not before this instant; at once unless told. */
  readonly runAt?: Date;
  /** Attempts before it is dead; 10 unless told, which the backoff spreads over about a day. */
  readonly maxAttempts?: number;
}

/** A job as its handler gets it. The handler parses the payload, once. */
export interface Job {
  readonly region: string;
  /** UUIDv7; the idempotency key for an external effect, for such a one may be repeated after a crash. */
  readonly id: string;
  readonly queue: string;
  readonly key: string | undefined;
  readonly payload: JsonValue;
  /** When it was due; 1970 for a job that need not wait. */
  readonly runAt: Date;
  /** 1 the first time. */
  readonly attempt: number;
  readonly maxAttempts: number;
}
