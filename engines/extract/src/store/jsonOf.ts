/** JSON as jsonb takes it: a name that was cut within a character of two code units would be refused. */
export function jsonOf(body: object): string {
  return JSON.stringify(body, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
}
