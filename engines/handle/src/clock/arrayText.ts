/**
 * The text of a PostgreSQL array of ids, numbers or times, whose elements need no quotes. The driver quotes and escapes
 * each element, which took an eighth of the time of a batch.
 */
export function arrayText(values: readonly (string | number | Date | null)[]): string {
  const texts = values.map((value) => {
    if (value === null) return 'NULL';
    return value instanceof Date ? value.toISOString() : value;
  });
  return `{${texts.join(',')}}`;
}
