/** How alike two names are: Dice's coefficient of their pairs of neighbouring characters, 0 to 1. A name of one character is only like itself. */
export function bigramDice(a: string, b: string): number {
  const [left, right] = [bigramsOf(a), bigramsOf(b)];
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  return (2 * left.intersection(right).size) / (left.size + right.size);
}

function bigramsOf(name: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)));
}
