/** A column of a binary COPY; the type must be the table's own, for the server converts nothing. */
export interface CopyColumn {
  readonly name: string;
  readonly type: CopyType;
}

/**
 * int2, int4: number. int8: number or bigint in, number out. float8: number. text: string. bool: boolean.
 * timestamptz: Date (ms; digits below are cut off on the way out). uuid: string. jsonb: anything JSON. text[]: array of
 * string or null. bytea: Uint8Array. Each may be null.
 */
export type CopyType =
  'int2' | 'int4' | 'int8' | 'float8' | 'text' | 'bool' | 'timestamptz' | 'uuid' | 'jsonb' | 'text[]' | 'bytea';

/** 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds, in ms of the Unix epoch. */
export const postgresEpoch = 946_684_800_000;

/** Signature, flags and header extension of a binary COPY stream (PostgreSQL manual, COPY, File Formats). */
export const copyHeader = Buffer.from('5047434f50590aff0d0a00' + '00000000' + '00000000', 'hex');
/** The field count that ends a stream. */
export const copyTrailer = -1;
