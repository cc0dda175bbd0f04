import { parseInstant } from '../parseInstant.ts';

const local = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?$/;

/**
 * Reads `2015-07-10 14:24:00` in a time zone, or an RFC 3339 instant with its own. The zone's offset is looked up once
 * for each hour of the file, not for each row.
 * @returns milliseconds since 1970, undefined for anything else
 */
export function localInstants(timeZone: string): (text: string) => number | undefined {
  let hourKey = '';
  let offset = 0;
  return (text) => {
    const match = text.length <= 35 ? local.exec(text) : null;
    if (match === null) return parseInstant(text)?.getTime();
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
    const ms = Number((match[7] ?? '').padEnd(3, '0'));
    const asUtc = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms);
    const again = new Date(asUtc);
    if (again.getUTCDate() !== day || again.getUTCHours() !== hour || again.getUTCMinutes() !== minute)
      return undefined;
    if ((second ?? 0) > 59 || again.getUTCMonth() + 1 !== month || again.getUTCFullYear() !== year) return undefined;
    const key = text.slice(0, 13);
    if (key !== hourKey) {
      const start = `${text.slice(0, 10)}T${text.slice(11, 13)}:00`;
      offset = Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone).epochMilliseconds - Date.parse(`${start}Z`);
      hourKey = key;
    }
    return asUtc + offset;
  };
}

/** Whether this is a time zone that we know, such as Asia/Shanghai. */
export function isTimeZone(timeZone: string): boolean {
  return timeZone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(timeZone);
}
