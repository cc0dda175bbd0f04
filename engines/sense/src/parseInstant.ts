const rfc3339 = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** An RFC 3339 instant with its zone, to the millisecond; undefined for anything else, 30 February included. */
export function parseInstant(text: string): Date | undefined {
  if (text.length > 35) return undefined;
  const match = rfc3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(match[1]), Number(match[2])];
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
