/** The present address with other parameters; undefined takes one away. The chosen row is left out: the list is another one then. */
export function hrefWith(change: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams(location.search);
  search.delete('row');
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) search.delete(key);
    else search.set(key, value);
  }
  const text = search.toString();
  return location.pathname + (text === '' ? '' : `?${text}`);
}
