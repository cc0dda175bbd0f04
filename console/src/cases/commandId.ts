const given = new Map<string, string>();

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The same id for the same order, however often it is sent. Works on plain http too, where crypto.randomUUID is missing. */
export function commandId(task: string, what: string, form: unknown): string {
  const key = `${task} ${what} ${JSON.stringify(form ?? null)}`;
  const known = given.get(key) ?? fresh();
  given.set(key, known);
  return known;
}
