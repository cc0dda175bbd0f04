/** The mapping of elements as it stands in an address: `dispatch:send,verify:check`; ids of XML have no commas, and none of ours a colon. */
export function mappingOf(text: string | null): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(pairs.flatMap(([from, to]) => (from && to ? [[from, to] as const] : [])));
}

export function mappingText(mapping: Readonly<Record<string, string>>): string | undefined {
  const text = Object.entries(mapping)
    .map(([from, to]) => `${from}:${to}`)
    .join(',');
  return text === '' ? undefined : text;
}
